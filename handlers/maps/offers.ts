import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readOffer } from '../../src/reading/offer.ts';
import { offerCard, offersReply, offersTable } from '../../src/rendering/cards/offer.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { XLSX } from '../../src/rendering/report/files.ts';
import { tableWorkbook } from '../../src/rendering/xlsx/table.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { addOffer, listOffers, loadOffer, pitch, retireOffer } from '../../src/services/offer.service.ts';
import { knownProject } from '../../src/services/resolve.service.ts';

const ADD = /^(?:新增|添加|登记|包装)\s*/;
const STEP = /^(推介|停用)?\s*(\d{1,6})(?:\s*号)?(?=\s|$)\s*(推介|停用)?\s*([\s\S]*)$/;

export default defineCommand({
  name: '储备',
  group: 'maps',
  synonyms: ['包装项目', '招商项目库', '储备项目'],
  initials: 'cbxm',
  english: ['offers'],
  help: '我们包装好、向外推介的项目：要多少投资、在哪、推介给了谁、成了哪条线索',
  usage:
    '储备 [产业或关键词] · 储备 新增 名称 投资 金额 [产业、选址、联系人、内容] · 储备 推介 编号 企业 [线索编号] · 储备 导出',
  examples: [
    '储备',
    '储备 新增 预制菜产业园项目 投资 3亿 产业 现代食品 选址 清河镇食品园',
    '储备 推介 3 宁波海纳公司 X113',
    '储备 导出',
  ],
  slots: { about: record('X', '线索编号', { optional: true }), said: rest('内容', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ about, said = '' }, context) => {
    const { tx, today } = context;
    if (said === '导出') return exported(context);
    if (ADD.test(said)) {
      const { offer, changed } = await addOffer(tx, context, readOffer(said.replace(ADD, '')));
      return offerCard(offer, today, changed ? '已登记包装项目' : '早已登记，没有重复写入');
    }
    const found = STEP.exec(said);
    const verb = found?.[1] ?? found?.[3];
    if (found) return step(Number(found[2]), { verb, words: found[4] ?? '', about }, context);
    if (/^(?:推介|停用)/.test(said)) throw new Refusal('offer.number');
    const fits = (await listOffers(tx)).filter(({ name, chain, unitName, summary }) =>
      [name, chain ?? '', unitName ?? '', summary ?? ''].some((words) => words.includes(said)),
    );
    return offersReply(fits, said.slice(0, 20));
  },
});

async function step(
  id: number,
  {
    verb,
    words,
    about,
  }: { readonly verb: string | undefined; readonly words: string; readonly about: number | undefined },
  context: Context,
): Promise<Reply> {
  const { tx, today, actor } = context;
  if (verb === '停用') return offerCard(await retireOffer(tx, context, id), today, '已停用，不再列出');
  if (verb === undefined) return offerCard(await loadOffer(tx, id), today);
  const project = about === undefined ? null : await knownProject(tx, actor, about);
  const { offer, changed } = await pitch(tx, context, id, { company: words.replace(/[\s，,]+$/, ''), project });
  return offerCard(offer, today, changed ? '已记推介' : '早已记过，没有重复写入');
}

async function exported({ tx, org, today }: Context): Promise<Reply> {
  const offers = await listOffers(tx);
  const title = `${org.name}招商项目库`;
  const bytes = await tableWorkbook(title, [offersTable(offers)]);
  const file = await storeFile(tx, { name: `${title}${today}.xlsx`, mime: XLSX, bytes });
  return { title: `已导出包装项目 ${offers.length} 个`, tone: 'ok', parts: [{ type: 'file', file }] };
}
