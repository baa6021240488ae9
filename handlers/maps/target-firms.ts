import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { readNames } from '../../src/commands/names.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { FIRM_STATES } from '../../src/domain/target-firm/target-firm.ts';
import { readFirm } from '../../src/reading/target-firm.ts';
import { firmCard, firmsReply, firmsTable } from '../../src/rendering/cards/target-firm.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { XLSX } from '../../src/rendering/report/files.ts';
import { tableWorkbook } from '../../src/rendering/xlsx/table.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { knownProject } from '../../src/services/resolve.service.ts';
import { addFirm, giveKnocking, knock, listFirms, loadFirm, plan } from '../../src/services/target-firm.service.ts';

const ADD = /^(?:新增|添加|登记)\s*/;
const NUMBERED = /^(\d{1,6})(?:\s*号)?(?:[\s，,]+([\s\S]*))?$/;
const PLAN = /^(?:一企一策|方案)[\s：:]*/;
const GIVE = /^交给\s*/;

export default defineCommand({
  name: '目标企业',
  group: 'maps',
  synonyms: ['敲门', '敲门招商', '企业库', '一企一策'],
  initials: 'mbqy',
  english: ['firms', 'targets-list'],
  help: '要敲门的企业：500强、上市、隐形冠军，在哪条链哪个环节，谁去敲、到哪一步；一企一策',
  usage:
    '目标企业 [产业链、榜单或进展] · 目标企业 新增 企业 [榜单 产业链 环节 地区]（可一行一家） · 目标企业 编号 已联系/已拜访/来考察/放弃 情况 · 目标企业 编号 方案 内容',
  examples: [
    '目标企业',
    '目标企业 世界500强',
    '目标企业 新增 比亚迪 世界500强 上市 新能源 深圳',
    '目标企业 3 已拜访 下月来考察',
    '目标企业 3 方案 周副县长带队，重点谈标准地',
  ],
  slots: { about: record('X', '线索编号', { optional: true }), said: rest('内容', { optional: true }) },
  kind: 'write',
  ability: 'look',
  takesLines: 'whole',
  run: async ({ about, said = '' }, context) => {
    if (ADD.test(said)) return added(said.replace(ADD, ''), context);
    const [, number, words = ''] = NUMBERED.exec(said) ?? [];
    if (number) return step(Number(number), words, about, context);
    if (said === '导出') return exported(context);
    const fits = (await listFirms(context.tx)).filter(({ name, ranks, chain, node, region, state, keeper, unitName }) =>
      [name, state, keeper, chain ?? '', node ?? '', region ?? '', unitName ?? '', ...ranks].some((each) =>
        each.includes(said),
      ),
    );
    return firmsReply(fits, said.slice(0, 20));
  },
});

/** One firm a line; several lines are answered together. */
async function added(text: string, context: Context): Promise<Reply> {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d{1,3}[.、．]|[-*•])\s*/, '').trim())
    .filter(Boolean);
  const done = [];
  for (const line of lines.length > 0 ? lines : ['']) {
    done.push(await addFirm(context.tx, context, readFirm(line, context.org.settings.chains)));
  }
  const [only, second] = done;
  if (only && !second)
    return firmCard(only.firm, context.today, only.changed ? '已登记目标企业' : '早已登记，没有重复写入');
  const fresh = done.filter(({ changed }) => changed);
  const known = done.length - fresh.length;
  const reply = firmsReply(
    done.map(({ firm }) => firm),
    '',
  );
  return {
    ...reply,
    title: `已登记目标企业 ${fresh.length} 家${known > 0 ? `，${known} 家早已登记` : ''}`,
    tone: 'ok',
  };
}

async function step(id: number, words: string, about: number | undefined, context: Context): Promise<Reply> {
  const { tx, actor, today, vocabulary } = context;
  if (PLAN.test(words)) return firmCard((await plan(tx, context, id, words.replace(PLAN, ''))).firm, today, '已写方案');
  if (GIVE.test(words)) {
    const person = readNames(words.replace(GIVE, ''), vocabulary, ['person'])[0]?.named;
    if (!person) throw new Refusal('name.unknown', { name: words.replace(GIVE, '').slice(0, 20) });
    return firmCard((await giveKnocking(tx, context, id, person.id)).firm, today, '已换人敲门');
  }
  const project = about === undefined ? null : await knownProject(tx, actor, about);
  const state = project ? '已转线索' : FIRM_STATES.find((one) => words.startsWith(one));
  if (!state) {
    if (words) throw new Refusal('firm.state', { firm: id });
    return firmCard(await loadFirm(tx, id), today);
  }
  const said = words.replace(state, '').replace(/^[\s，,：:]+/, '');
  const { firm, changed } = await knock(tx, context, id, { state, words: said, project });
  return firmCard(firm, today, changed ? '已记进展' : '早已记下，没有重复写入');
}

async function exported({ tx, org, today }: Context): Promise<Reply> {
  const firms = await listFirms(tx);
  const title = `${org.name}目标企业`;
  const bytes = await tableWorkbook(title, [firmsTable(firms)]);
  const file = await storeFile(tx, { name: `${title}${today}.xlsx`, mime: XLSX, bytes });
  return { title: `已导出目标企业 ${firms.length} 家`, tone: 'ok', parts: [{ type: 'file', file }] };
}
