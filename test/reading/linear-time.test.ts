import { describe, expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readAmounts } from '../../src/reading/amount.ts';
import { cleanText } from '../../src/reading/clean.ts';
import { readDates } from '../../src/reading/date.ts';
import { readLands } from '../../src/reading/land.ts';
import { readMessage } from '../../src/reading/message.ts';
import { readPhones } from '../../src/reading/phone.ts';

const options = { today: date('2026-06-10'), calendar: workCalendar() };
const HOSTILE = [
  '9',
  '一',
  '1,',
  '9万',
  '6月',
  '周',
  '138 ',
  '投资',
  '由',
  '、',
  '和',
  '(',
  '公司',
  '其中',
  '１',
  'X1 ',
  '\ud800',
  '投资5亿 ',
  '\t甲\n',
  '|',
  '项目',
  '总投资1亿元的甲项目、',
  '萬',
  '德国',
  '下下',
];

/** Milliseconds of processor time, the least of three runs: other work on the machine does not count. */
function fastest(run: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('100 KB of hostile text', () => {
  it.each(HOSTILE)('made of %j is read in under half a second', { retry: 2 }, (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(fastest(() => readMessage(text, options))).toBeLessThan(500);
  });

  const readers: readonly (readonly [string, (text: string) => unknown])[] = [
    ['cleanText', cleanText],
    ['readAmounts', readAmounts],
    ['readLands', readLands],
    ['readPhones', readPhones],
    ['readDates', (text) => readDates(text, options.today, options.calendar)],
    ['readMessage', (text) => readMessage(text, options)],
  ];
  it.each(readers)('costs %s no more than in proportion to its length', { retry: 3 }, (_name, read) => {
    for (const piece of HOSTILE) {
      const half = piece.repeat(Math.ceil(50_000 / piece.length));
      const [short, long] = [fastest(() => read(half)), fastest(() => read(half + half))];
      if (long > 40) expect(long / short, JSON.stringify(piece)).toBeLessThan(3);
      expect(long, JSON.stringify(piece)).toBeLessThan(1_500);
    }
  });
});
