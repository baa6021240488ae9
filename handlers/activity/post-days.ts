import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { addDays, type CalendarDate } from '../../src/domain/calendar/date.ts';
import { type Period, weekOf } from '../../src/domain/calendar/period.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readDates } from '../../src/reading/date.ts';
import { readPeriod } from '../../src/reading/period.ts';
import { postSheetReply, postTable } from '../../src/rendering/cards/post-day.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { XLSX } from '../../src/rendering/report/files.ts';
import { tableWorkbook } from '../../src/rendering/xlsx/table.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { keepPost, postSheet } from '../../src/services/post-day.service.ts';

export default defineCommand({
  name: '驻点',
  group: 'activity',
  synonyms: ['驻点打卡', '打卡', '驻外'],
  initials: 'zhud',
  english: ['post'],
  help: '在外驻点每天打卡；看本周谁驻了几天、办了几次活动、报了几条线索，可导出',
  usage: '驻点 城市 [今天做了什么] · 驻点 [本周/上周/月份] [导出]',
  examples: ['驻点 上海 拜访两家电子企业', '驻点', '驻点 上周', '驻点 5月 导出'],
  slots: { said: rest('城市和情况', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ said = '' }, context) => {
    const { today, calendar } = context;
    const words = said.replace('导出', ' ').trim();
    const day = readDates(words, today, calendar, { prefer: 'past' }).find(
      (span) => !('impossible' in span) && span.from === span.to,
    );
    const wrong = readDates(words, today, calendar, { prefer: 'past' }).find((span) => 'impossible' in span);
    if (wrong) throw new Refusal('date.impossible', { text: wrong.text });
    const on = day && 'from' in day ? day.from : undefined;
    const period = on === undefined && words ? (weekIn(words, today) ?? readPeriod(words, today)) : null;
    const left = words.replace(day?.text ?? period?.text ?? '', ' ').trim();
    if (said.includes('导出') || (!left && on === undefined))
      return sheet(period?.period ?? weekOf(today), period?.text ?? '本周', said, context);
    const [, place = '', did = ''] = /^(\S+)(?:[\s，,：:]+([\s\S]*))?$/.exec(left.replace(/^在/, '')) ?? [];
    const changed = await keepPost(context.tx, context, { on, place, words: did });
    const rows = await postSheet(context.tx, context, weekOf(context.today));
    const reply = postSheetReply(rows, '本周');
    return { ...reply, title: changed ? `已打卡：${place}。${reply.title}` : '今天早已打卡，没有重复写入', tone: 'ok' };
  },
});

/** 本周, 这周, 上周. */
function weekIn(words: string, today: CalendarDate) {
  const text = /[本这上]周/.exec(words)?.[0];
  return text === undefined ? null : { text, period: weekOf(text === '上周' ? addDays(today, -7) : today) };
}

async function sheet(period: Period, label: string, said: string, context: Context): Promise<Reply> {
  const rows = await postSheet(context.tx, context, period);
  if (!said.includes('导出')) return postSheetReply(rows, label);
  const title = `${context.org.name}驻点${label}`;
  const bytes = await tableWorkbook(title, [postTable(rows)]);
  const file = await storeFile(context.tx, { name: `${title}.xlsx`, mime: XLSX, bytes });
  return { title: `已导出驻点 ${rows.length} 人`, tone: 'ok', parts: [{ type: 'file', file }] };
}
