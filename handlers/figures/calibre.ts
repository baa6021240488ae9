import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest, unit } from '../../src/commands/slots.ts';
import { partsOf } from '../../src/domain/calendar/date.ts';
import { type Period, parsePeriod } from '../../src/domain/calendar/period.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { calibreReply, figuresMenu } from '../../src/rendering/cards/calibre.card.ts';
import type { PressArgs, Reply } from '../../src/rendering/reply.ts';
import { XLSX } from '../../src/rendering/report/files.ts';
import { calibreWorkbook } from '../../src/rendering/xlsx/calibre.ts';
import { type Calibre, calibreOf, figuresOf } from '../../src/services/calibre.service.ts';
import { figureIn } from '../../src/services/figure-words.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { periodIn } from './_period.ts';

const ALL = /全[县区市]|全部单位|所有单位|合计/g;
const ALONE = /当月|单月/g;

export default defineCommand({
  name: '口径',
  group: 'figures',
  synonyms: ['数据来源', '怎么算', '穿透', '数字明细'],
  initials: 'kj',
  english: ['calibre', 'behind', 'drill'],
  help: '一个数怎么来的：怎么算、哪些记录加起来的，合计与榜上一致；可导出',
  usage: '口径 [单位] [指标] [限定] [月份或起止日期]',
  examples: ['口径 城关镇 到位资金 5月', '口径 签约金额 1亿以上 省外', '口径 城关镇 开工率', '口径'],
  slots: { unit: unit({ optional: true }), words: rest('指标和月份', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: asked, words = '' }, context) => {
    const whose = asked?.id ?? (words.search(ALL) < 0 ? null : 'all');
    const narrows = /[/／]\S+/.exec(words)?.[0] ?? '';
    const { period, left } = spanIn(words.replace(narrows, ' ').replace(ALL, ' ').replace(ALONE, ' '), context);
    const name = figureIn([left, narrows, words.search(ALONE) < 0 ? '' : '本月'].join(' '));
    if (name === null) throw new Refusal('figure.unknown', { words: `${left}${narrows}`.slice(0, 20) });
    if (name === '') return figuresMenu(await figuresOf(context.tx, context, whose, period));
    return calibreReply(await calibreOf(context.tx, context, whose, name, period), 1);
  },
  actions: {
    page: {
      kind: 'read',
      run: async (args, context) => calibreReply(await again(args, context), Number(args.page)),
    },
    export: { kind: 'read', run: async (args, context) => exported(await again(args, context), context) },
  },
});

const KEYED = /\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d/;
const TYPED = /(\d{1,2})月(\d{1,2})日?\s*[-—–~～至到]+\s*(\d{1,2})月(\d{1,2})日?/;

/** A stretch of days, as a campaign has them; else a period. */
function spanIn(words: string, context: Context): { readonly period: Period; readonly left: string } {
  const [text = ''] = KEYED.exec(words) ?? TYPED.exec(words) ?? [];
  const [, fromMonth, fromDay, toMonth, toDay] = TYPED.exec(text) ?? [];
  const { year } = partsOf(context.today);
  const day = (month = '', of = ''): string => `${year}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`;
  const key = fromMonth ? `${day(fromMonth, fromDay)}..${day(toMonth, toDay)}` : text;
  const period = key === '' ? null : parsePeriod(key);
  return period ? { period, left: words.replace(text, ' ').trim() } : periodIn(words, context);
}

/** What the buttons of a reply stand for, looked at by whoever presses. */
function again({ unit: unitId, name, period: key }: PressArgs, context: Context): Promise<Calibre> {
  const period = parsePeriod(String(key));
  if (!period) throw new Refusal('figure.unknown', { words: String(key) });
  return calibreOf(context.tx, context, Number(unitId) || 'all', String(name), period);
}

async function exported(calibre: Calibre, { tx, org, actor }: Context): Promise<Reply> {
  const bytes = await calibreWorkbook(calibre, { org: org.name, by: actor.name });
  const name = `${calibre.unitName ?? '全部单位'}${calibre.figure.label.replaceAll('/', '-')}明细${calibre.period.key}.xlsx`;
  const file = await storeFile(tx, { name, mime: XLSX, bytes });
  return { title: `已导出 ${calibre.rows.length} 笔`, tone: 'ok', parts: [{ type: 'file', file }] };
}
