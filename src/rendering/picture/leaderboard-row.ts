import { compare, type Decimal, exact, round } from '../../domain/money/decimal.ts';
import type { LeaderboardModel, LeaderboardRow } from '../../domain/report/model.ts';
import { paceAgainst, paceValue } from '../../domain/target/pace.ts';
import { percent, yi } from '../format.ts';
import { MARGIN } from './frame.ts';
import { arrow, box, COLOUR, disc, fitted, line, measure, pennant, put, WIDTH } from './svg.ts';
import { unitName } from './unit-name.ts';

/** How high a unit's row is. */
export const ROW = 82;

/** One unit: place, change, name and flag, score with its bar, four figures with a small line each to check them by. */
export function unitRow(
  row: LeaderboardRow,
  y: number,
  whole: LeaderboardModel,
  warned: boolean,
  last: boolean,
): string {
  return [
    warned ? box(MARGIN, y, WIDTH - 2 * MARGIN, ROW, COLOUR.yellowRow) : '',
    place(row, y),
    change(row.change, y),
    nameAndFlag(row, y),
    scoreBar(row, y),
    figures(row, y, whole),
    last ? '' : line(40, y + ROW, WIDTH - 40, y + ROW, COLOUR.hairline),
  ].join('');
}

/** The place, on a disc for the first three; the middle of it 41 below. */
export function place({ rank }: { readonly rank: number | null }, y: number): string {
  const text = rank === null ? '—' : String(rank);
  const fill = { 1: COLOUR.red, 2: '#D9706B', 3: '#E8A39F' }[rank ?? 0];
  const ink = rank === 1 || rank === 2 ? '#FFFFFF' : COLOUR.ink;
  return (
    (fill ? disc(58, y + 41, 21, fill) : '') +
    put(58, y + 50, text, { size: 25, weight: fill ? 700 : 400, fill: fill ? ink : COLOUR.second, anchor: 'middle' })
  );
}

function change(by: number | null, y: number): string {
  if (!by) return put(103, y + 49, '–', { size: 22, fill: COLOUR.third, anchor: 'middle' });
  return (
    arrow(94, y + 42, by > 0, 8) +
    put(106, y + 49, String(Math.abs(by)), {
      size: Math.abs(by) > 9 ? 18 : 22,
      weight: 500,
      fill: by > 0 ? COLOUR.red : COLOUR.fall,
    })
  );
}

function nameAndFlag(row: LeaderboardRow, y: number): string {
  const name = unitName(row.unit, 132, y, row.flag ? 164 : 244);
  return name.svg + (row.flag ? flag(row.flag, 132 + name.width + 12, y + 12) : '');
}

/** 红旗, 黄旗 or another word on the colour of its kind, with a pennant; 29 high, 76 wide for two characters. */
export function flag(kind: 'red' | 'yellow', x: number, y: number, word = kind === 'red' ? '红旗' : '黄旗'): string {
  const [fill, ink] = kind === 'red' ? [COLOUR.red, '#FFFFFF'] : [COLOUR.yellow, COLOUR.yellowInk];
  return (
    box(x, y, 38 + measure(word, 19, 700), 29, fill, 6) +
    pennant(x + 10, y + 6, ink) +
    put(x + 29, y + 22, word, { size: 19, weight: 700, fill: ink })
  );
}

function scoreBar(row: LeaderboardRow, y: number): string {
  const share = Math.min(1, Math.max(0, Number(row.scoreShare)));
  const fill = row.flag === 'yellow' ? COLOUR.yellowBar : row.flag === 'red' ? COLOUR.red : COLOUR.bar;
  return (
    box(132, y + 53, 168, 10, COLOUR.track, 5) +
    box(132, y + 53, Math.max(168 * share, share > 0 ? 10 : 0), 10, fill, 5) +
    put(380, y + 67, row.score, {
      size: fitted(row.score, 76, 25, 700, 15).size,
      weight: 700,
      anchor: 'end',
      fill: row.flag === 'yellow' ? COLOUR.yellowInk : COLOUR.ink,
    })
  );
}

/** The right edges of the four columns. */
const COLUMNS = { signed: 464, funds: 556, completion: 642, started: 714 } as const;

function figures(row: LeaderboardRow, y: number, whole: LeaderboardModel): string {
  const stand = paceAgainst(row.funds, row.fundsTarget, whole.pace);
  const blank = row.signedCount === '0';
  const all = exact(whole.totals.funds.now);
  const share = all.s > 0n && all.n > 0n ? `占${percent(exact(row.funds).div(all))}` : '—';
  const started = compare(row.startedCount, '0' as Decimal) > 0;
  const { signed, funds, completion: third, started: last } = COLUMNS;
  return [
    figure(signed, y, yi(row.signedAmount), blank ? COLOUR.third : COLOUR.ink),
    below(signed, y, blank ? '白卷' : `${row.signedCount} 个`, blank),
    figure(funds, y, yi(row.funds)),
    below(funds, y, share),
    stand ? completion(stand, y, whole.pace) : figure(third, y, '—', COLOUR.third),
    figure(last, y, row.startedCount, started ? COLOUR.ink : COLOUR.third),
    below(last, y, `本月${row.month.startedCount}`),
  ].join('');
}

/** A figure of a column, smaller where it would run into the one before. */
const figure = (x: number, y: number, value: string, fill: string = COLOUR.ink): string =>
  put(x, y + 35, value, { size: fitted(value, 82, 25, 500, 13).size, weight: 500, anchor: 'end', fill });

function below(x: number, y: number, value: string, warned = false): string {
  const words = fitted(value, 78, 19, 400, 15);
  const style = { size: words.size, anchor: 'end' } as const;
  return put(x, y + 67, words.text, {
    ...style,
    weight: warned ? 700 : 400,
    fill: warned ? COLOUR.yellowInk : COLOUR.third,
  });
}

function completion(stand: NonNullable<ReturnType<typeof paceAgainst>>, y: number, pace: string): string {
  const ahead = stand.ahead.s >= 0n;
  const ink = ahead ? COLOUR.red : COLOUR.second;
  const [left, width] = [572, 70];
  const along = (value: { valueOf(): number }) => Math.min(1, Math.max(0, value.valueOf() / 1.2)) * width;
  const words = fitted(`${ahead ? '快' : '慢'} ${round(stand.ahead.abs().mul(100), 1)}`, 82, 18, 400, 13);
  return [
    figure(COLUMNS.completion, y, percent(stand.completion).replace('%', ''), ahead ? COLOUR.red : COLOUR.ink),
    box(left, y + 43, width, 7, COLOUR.track, 3.5),
    box(left, y + 43, Math.max(along(stand.completion), 3), 7, ahead ? COLOUR.red : COLOUR.behind, 3.5),
    line(left + along(paceValue(pace)), y + 39, left + along(paceValue(pace)), y + 54, COLOUR.ink, 2.5),
    put(COLUMNS.completion, y + 71, words.text, { size: words.size, anchor: 'end', fill: ink }),
  ].join('');
}
