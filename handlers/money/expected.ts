import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { readNames } from '../../src/commands/names.ts';
import { readFigure } from '../../src/commands/read-amount.ts';
import { choice, record, rest } from '../../src/commands/slots.ts';
import type { CalendarDate } from '../../src/domain/calendar/date.ts';
import type { ExpectedKind } from '../../src/domain/ledger/expected.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readDates } from '../../src/reading/date.ts';
import { expectedCard, expectedReply, expectedTable } from '../../src/rendering/cards/expected.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { XLSX } from '../../src/rendering/report/files.ts';
import { tableWorkbook } from '../../src/rendering/xlsx/table.ts';
import { expect, expectedOf, listExpected, unexpect } from '../../src/services/expected.service.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { knownProject } from '../../src/services/resolve.service.ts';

const LIKELIHOOD = /(?:把握|可能性|概率)\s*[：:]?\s*(\d{1,3})\s*[%％]/;
const KINDS: Readonly<Record<string, ExpectedKind>> = { 到位: 'funds', 固投: 'fixed-assets', 外资: 'foreign-capital' };

export default defineCommand({
  name: '预计到账',
  group: 'money',
  synonyms: ['预计到位', '待到资金', '预计到资'],
  initials: 'yjdz',
  english: ['expect', 'inflow'],
  help: '快要到账的钱：哪个项目、哪个月、多少、几成把握；按月汇总，过了没到的标出来，不计入任何数',
  usage: '预计到账 项目 [到位/外资/固投] 金额 月份 [把握80%] · 预计到账 项目 取消 · 预计到账 [单位] [导出]',
  examples: ['预计到账 X113 外资 200万美元 7月 把握80%', '预计到账 X113 5000万 下月', '预计到账', '预计到账 导出'],
  slots: {
    about: record('X', '项目编号', { optional: true }),
    kind: choice('台账', { 到位: '到位', 外资: '外资', 固投: '固投' }, { optional: true }),
    said: rest('金额、月份和把握', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ about, kind, said = '' }, context) => {
    const { tx, actor, today } = context;
    if (about === undefined) return listed(said, context);
    const project = await knownProject(tx, actor, about);
    if (/取消|不到了|作罢/.test(said)) {
      const count = await unexpect(tx, context, project);
      return expectedCard(project, [], today, count > 0 ? '已取消预计' : '本来没有预计，没有写入');
    }
    const dollars = /美元|美金|usd/i.test(said);
    const sum = readFigure(said.replace(LIKELIHOOD, ' '), dollars ? 'USD' : 'CNY', true);
    if (!sum && said) throw new Refusal('expected.amount');
    if (!sum) return expectedCard(project, await expectedOf(tx, today, project), today, '预计到账');
    const ledger = KINDS[kind ?? (dollars ? '外资' : '到位')] ?? 'funds';
    if ((ledger === 'foreign-capital') !== dollars) throw new Refusal('expected.currency');
    const likelihood = LIKELIHOOD.exec(said)?.[1];
    if (likelihood !== undefined && Number(likelihood) > 100) throw new Refusal('expected.likelihood', { likelihood });
    const told = {
      kind: ledger,
      month: monthIn(said, context),
      amount: sum.wan,
      likelihood: likelihood === undefined ? null : Number(likelihood),
    };
    return expectedCard(project, await expect(tx, context, project, told), today, '已记预计到账');
  },
});

/** The month that the words name. Refusal "expected.when". */
function monthIn(said: string, { today, calendar }: Context): CalendarDate {
  const [day] = readDates(said.replace(LIKELIHOOD, ' '), today, calendar, { prefer: 'future' });
  if (!day || 'impossible' in day) throw new Refusal('expected.when');
  return day.from;
}

async function listed(said: string, { tx, org, today, vocabulary }: Context): Promise<Reply> {
  const unit = readNames(said, vocabulary, ['unit'])[0]?.named;
  const rows = await listExpected(tx, today, unit?.id);
  if (!said.includes('导出')) return expectedReply(rows, unit?.name ?? '', today);
  const title = `${unit?.name ?? org.name}预计到账`;
  const bytes = await tableWorkbook(title, [expectedTable(rows, today)]);
  const file = await storeFile(tx, { name: `${title}${today}.xlsx`, mime: XLSX, bytes });
  return { title: `已导出预计到账 ${rows.length} 笔`, tone: 'ok', parts: [{ type: 'file', file }] };
}
