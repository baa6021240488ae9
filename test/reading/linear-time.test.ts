import { describe, expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { readActivity } from '../../src/reading/activity.ts';
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
  '甲公司、',
  '带',
];

const LENGTH = 100_000;
const GROWTH = 8;
/** Time in proportion takes GROWTH times as long; what grows with the square takes GROWTH times that again. */
const MOST_GROWTH = GROWTH * 3;
/** Below this, in milliseconds, no growth can be told from the machine's own noise. */
const TELLABLE = 40;
const ROUNDS = 8;

/** Milliseconds of processor time, garbage of whatever else runs in this process included. */
function cost(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * The least cost of each run over as many rounds as it takes until `fair` is content, ROUNDS at most:
 * a busy machine can only add to a cost, so what is once seen to be little is little.
 */
function least(runs: readonly (() => unknown)[], fair: (costs: readonly number[]) => boolean): readonly number[] {
  let costs: readonly number[] = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    costs = runs.map((run, at) => Math.min(costs[at] ?? 0, cost(run)));
    if (fair(costs)) break;
  }
  return costs;
}

const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

describe('100 KB of hostile text', () => {
  it.each(HOSTILE)('made of %j is read in under half a second', (piece) => {
    const text = filled(piece, LENGTH);
    const [time = 0] = least([() => readMessage(text, options)], ([time = 0]) => time < 500);
    expect(time).toBeLessThan(500);
  });

  const readers: readonly (readonly [string, (text: string) => unknown])[] = [
    ['cleanText', cleanText],
    ['readAmounts', readAmounts],
    ['readLands', readLands],
    ['readPhones', readPhones],
    ['readActivity', readActivity],
    ['readDates', (text) => readDates(text, options.today, options.calendar)],
    ['readMessage', (text) => readMessage(text, options)],
  ];
  it.each(readers)('costs %s no more than in proportion to its length', (_name, read) => {
    for (const piece of HOSTILE) {
      const [small, large] = [filled(piece, LENGTH / GROWTH), filled(piece, LENGTH)];
      const fair = ([short = 0, long = 0]: readonly number[]) => long < TELLABLE || long / short < MOST_GROWTH;
      const costs = least([() => read(small), () => read(large)], fair);
      expect(fair(costs), `${JSON.stringify(piece)}: ${costs.map((each) => each.toFixed(1)).join(' and ')} ms`).toBe(
        true,
      );
      expect(costs[1], JSON.stringify(piece)).toBeLessThan(1_500);
    }
  });

  it('would be told from work that grows with the square', () => {
    const square = (text: string) => {
      let sum = 0;
      for (let from = 0; from < text.length; from += 25)
        for (let at = 0; at < text.length; at += 4) sum += text.charCodeAt(at);
      return sum;
    };
    const [short = 0, long = 0] = least(
      [() => square(filled('一', LENGTH / GROWTH)), () => square(filled('一', LENGTH))],
      () => false,
    );
    expect(long).toBeGreaterThan(TELLABLE);
    expect(long / short).toBeGreaterThan(MOST_GROWTH);
  });
});
