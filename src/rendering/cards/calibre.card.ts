import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Period } from '../../domain/calendar/period.ts';
import {
  type Amount,
  type Decimal,
  exact,
  type ForeignAmount,
  isZero,
  round,
  toDecimal,
} from '../../domain/money/decimal.ts';
import type { Exact } from '../../domain/money/exact.ts';
import { type BehindRow, wholeOf } from '../../domain/report/behind.ts';
import { dayText, spanText } from '../day.ts';
import { foreignMoney, money, percent, short } from '../format.ts';
import { type Button, facts, note, type Part, type Reply, say, type TablePart, text } from '../reply.ts';

/** A figure as the card shows it. */
export interface ShownFigure {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly how: string;
  readonly value: Exact | null;
  readonly parts: readonly { readonly label: string; readonly unit: string; readonly value: Decimal }[];
}

interface Frame {
  readonly unitName: string | null;
  readonly unitId: number | null;
  readonly period: Period;
  readonly periodLabel: string;
  readonly cutOffLabel: string;
  readonly published: boolean;
}

/** A figure with what is behind it, as the card and the sheet show it. */
export interface ShownCalibre extends Frame {
  readonly figure: ShownFigure;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly cohort: string | null;
  readonly rows: readonly (BehindRow & { readonly under?: Decimal; readonly unitName: string })[];
  readonly hidden: boolean;
  readonly was: Decimal | null;
}

const PAGE = 10;
const BUTTONS = 12;
const LABEL = 10;

/** A figure with its unit: "1.35亿元", "0.4个", "50.00%"; "—" for a rate of nothing. */
function figureText(unit: string, value: Exact | null): string {
  if (value === null) return '—';
  if (unit === '%') return percent(value, 2);
  if (unit === '万元/个') return `${round(value, 2)}万元/个`;
  const exactly = toDecimal(value);
  if (unit === '万元') return money(exactly as Amount);
  if (unit === '万美元') return foreignMoney(exactly as ForeignAmount);
  return `${exactly}${unit}`;
}

const ofUnit = (unit: string, value: Decimal): string => figureText(unit, exact(value));

const whose = ({ unitName }: Frame): string => unitName ?? '全部单位';

const lineOf = (frame: Frame, label: string): string =>
  `口径 ${frame.unitName ?? '全部单位'} ${label} ${frame.period.kind === 'range' ? frame.period.key : frame.periodLabel}`;

/** The figures one can ask about: each with its value, a button each. */
export function figuresMenu(menu: Frame & { readonly figures: readonly ShownFigure[] }): Reply {
  const { figures } = menu;
  return {
    title: `${whose(menu)} ${menu.periodLabel}：${figures.length} 个数，点开看由哪些记录加起来`,
    tone: 'info',
    parts: [
      facts(...figures.map(({ label, unit, value }) => [label, figureText(unit, value)] as const)),
      note(
        `${menu.period.kind === 'range' ? '' : '年初至期末累计，'}数据截至 ${menu.cutOffLabel}。别的数也可以问，例如：口径 税收 5月；口径 签约数 省外。`,
      ),
    ],
    buttons: figures.slice(0, BUTTONS).map(({ label }) => say(short(label, LABEL), lineOf(menu, label))),
  };
}

/** One figure: how it is counted, ten of the records behind it, what they add up to. */
export function calibreReply(calibre: ShownCalibre, wanted: number): Reply {
  const { figure, rows } = calibre;
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(Math.max(1, wanted || 1), pages);
  return {
    title: `${whose(calibre)} ${figure.label}：${figureText(figure.unit, figure.value)}`,
    tone: 'info',
    parts: [
      text(howText(calibre)),
      ...partsText(figure),
      ...(rows.length > 0 ? [table(calibre, page, pages)] : [text(emptyText(calibre))]),
      ...wasText(calibre),
      note(
        `数据截至 ${calibre.cutOffLabel}${calibre.published ? '，与已发布的一致' : '，还没有发布'}；没核实的不计，流转项目按份额计。`,
      ),
    ],
    buttons: buttonsOf(calibre, page, pages),
  };
}

function howText({ figure, from, to, cohort, unitId }: ShownCalibre): string {
  const of = unitId === null ? '参加排名的单位合计；' : '';
  const looked = cohort === null ? '' : `；看${cohort}`;
  return `怎么算：${of}${figure.how}${looked}。计 ${spanText(from, to)}（${from.slice(0, 4)}年）。`;
}

const partsText = ({ parts }: ShownFigure): readonly Part[] => {
  const [over, under] = parts.map(({ label, unit, value }) => `${label} ${ofUnit(unit, value)}`);
  return over && under ? [text(`${over} ÷ ${under}`)] : [];
};

const emptyText = ({ hidden }: ShownCalibre): string =>
  hidden ? '别的单位的明细由投促中心和领导查看。' : '没有计入的记录。';

const wasText = ({ was, figure }: ShownCalibre): readonly Part[] =>
  was === null ? [] : [text(`注意：发布时为 ${ofUnit(figure.unit, was)}，与现在的台账不同，请投促中心核对。`)];

function table({ figure, rows, unitId, to }: ShownCalibre, page: number, pages: number): TablePart {
  const isRate = figure.parts.length > 0;
  const [over, under] = isRate ? figure.parts : [figure, figure];
  const cells = (row: ShownCalibre['rows'][number]) => [
    row.record ?? '—',
    short(row.what, 16),
    ...(unitId === null ? [row.unitName] : []),
    ...(isRate
      ? [adds(over?.unit ?? '', row), ofUnit(under?.unit ?? '', row.under ?? ('0' as Decimal))]
      : [adds(figure.unit, row)]),
    `${row.happenedOn === null ? '—' : dayText(row.happenedOn, to)}${row.late ? '（补报）' : ''}`,
  ];
  const total = isRate
    ? figure.parts.map(({ unit, value }) => ofUnit(unit, value))
    : [figureText(figure.unit, figure.value)];
  return {
    type: 'table',
    columns: [
      { head: '编号' },
      { head: '事项' },
      ...(unitId === null ? [{ head: '单位' }] : []),
      ...(isRate
        ? [
            { head: '分子', align: 'right' as const },
            { head: '分母', align: 'right' as const },
          ]
        : [{ head: '计入', align: 'right' as const }]),
      { head: '日期' },
    ],
    rows: [
      ...rows.slice((page - 1) * PAGE, page * PAGE).map(cells),
      ['合计', `${rows.length} 笔`, ...(unitId === null ? [''] : []), ...total, ''],
    ],
    ...(pages > 1 ? { more: `第 ${page} 页，共 ${pages} 页；合计是全部 ${rows.length} 笔的` } : {}),
  };
}

/** "400万元", or with its share "400万元（1000万元×40%）". */
function adds(unit: string, row: BehindRow): string {
  const own = ofUnit(unit, row.adds);
  return row.share === '1' || isZero(row.adds)
    ? own
    : `${own}（${ofUnit(unit, wholeOf(row))}×${percent(exact(row.share), 2).replace(/\.?0+%$/, '%')}）`;
}

function buttonsOf(calibre: ShownCalibre, page: number, pages: number): readonly Button[] {
  const { figure, unitId, period, rows } = calibre;
  const args = { unit: unitId ?? 0, name: figure.name, period: period.key };
  const press = (label: string, action: string, more: Record<string, number> = {}): Button => ({
    label,
    press: { command: '口径', action, args: { ...args, ...more } },
  });
  const alone = period.kind === 'month' && !figure.name.includes('/');
  return [
    ...(page > 1 ? [press('上一页', 'page', { page: page - 1 })] : []),
    ...(page < pages ? [press('下一页', 'page', { page: page + 1 })] : []),
    ...(rows.length > 0 ? [press('导出 Excel', 'export')] : []),
    ...(alone ? [say('只看当月', `口径 ${whose(calibre)} ${figure.label} ${calibre.periodLabel} 当月`)] : []),
    say('别的数', lineOf(calibre, '').replace(/\s+/g, ' ')),
  ];
}
