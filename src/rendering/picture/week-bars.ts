import type { DigestModel } from '../../domain/report/model.ts';
import { yi } from '../format.ts';
import { card, cardTitle } from './frame.ts';
import { box, COLOUR, fitted, line, put, WIDTH } from './svg.ts';

/** How high the card of weekly bars is. */
export const BARS_HEIGHT = 338;

/** Twelve weeks as bars, only this one in full red, each with its figure; the mean as a dotted line, odd weeks explained. */
export function bars({ weeks }: DigestModel, y: number): string {
  const [base, high] = [y + 288, 170];
  const values = weeks.map((week) => Number(yi(week.funds)));
  const most = Math.max(...values, 0.01);
  const mean = values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);
  const step = 672 / weeks.length;
  const meanY = base - (mean / most) * high;
  const note = fitted([`虚线为均值 ${mean.toFixed(2)}`, ...oddWeeks(weeks)].join('；'), 560, 18, 400, 17);
  const drawn = weeks.map((week, at) => {
    const height = Math.max((Math.max(values[at] ?? 0, 0) / most) * high, 3);
    const x = 39 + at * step + step * 0.14;
    const last = at === weeks.length - 1;
    return [
      box(x, base - height, step * 0.72, height, last ? COLOUR.red : COLOUR.faint, 4),
      put(x + step * 0.36, base + 28, week.label, {
        size: 20,
        anchor: 'middle',
        weight: last ? 700 : 400,
        fill: last ? COLOUR.red : COLOUR.second,
      }),
    ].join('');
  });
  const labels = weeks.map((_, at) => {
    const height = Math.max((Math.max(values[at] ?? 0, 0) / most) * high, 3);
    const last = at === weeks.length - 1;
    const words = figureOf(values[at] ?? 0);
    return put(39 + at * step + step * 0.5, base - height - 8, words, {
      size: fitted(words, last ? step + 8 : step - 6, last ? 22 : 18, last ? 700 : 400, 12).size,
      weight: last ? 700 : 400,
      anchor: 'middle',
      fill: last ? COLOUR.red : COLOUR.second,
      halo: '#FFFFFF',
    });
  });
  return [
    card(y, BARS_HEIGHT),
    cardTitle(y + 44, '到位资金周走势', '亿元 · 近12周'),
    put(44, y + 74, '横轴：周次', { size: 18, fill: COLOUR.third }),
    put(WIDTH - 44, y + 74, note.text, { size: note.size, fill: COLOUR.third, anchor: 'end' }),
    ...drawn,
    line(39, base, 711, base, '#BDB7B0', 1.5),
    mean > 0 ? line(39, meanY, 711, meanY, COLOUR.second, 1.5, '3 4') : '',
    ...labels,
  ].join('');
}

/** Two decimals, one from a hundred up: labels stand side by side. */
const figureOf = (value: number): string => value.toFixed(Math.abs(value) >= 100 ? 1 : 2);

/** "第40、41周含国庆节": weeks with the same reason together. */
function oddWeeks(weeks: DigestModel['weeks']): readonly string[] {
  const notes = [...new Set(weeks.flatMap((week) => week.note ?? []))];
  return notes.map((note) => {
    const labels = weeks.filter((week) => week.note === note).map((week) => week.label);
    return `第${labels.join('、')}周含${note}`;
  });
}
