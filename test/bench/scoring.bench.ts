import { expect, test } from 'vitest';
import { evaluate } from '../../src/domain/scoring/evaluate.ts';
import { readScheme } from '../../src/domain/scoring/read-scheme.ts';
import { median, percentile } from './figures.ts';

const UNITS = 2000;
const ITEMS = 30;
const GROUPS = 20;

/** Thirty items, five rules in turn, all but one compared with the whole group or with everybody. */
const items = Array.from({ length: ITEMS }, (_, index) => {
  const value = `v${index}`;
  const rules = [
    { kind: 'completion', actual: value, target: `t${index}`, cap: 1.2 },
    { kind: 'range', value, within: 'all' },
    { kind: 'place', value, first: 100, step: -0.03, ties: 'mean', within: 'all' },
    { kind: 'range', value: { kind: 'growth', now: value, base: `t${index}` }, within: 'group' },
    { kind: 'group', items: [{ id: `${value}内`, rule: { kind: 'each', value, points: 0.1, per: 3 } }] },
  ];
  return { id: `第${index}项`, full: 10, weight: 0.3, rule: rules[index % rules.length] };
});
const scheme = readScheme({
  id: 'bench',
  title: '大考核',
  items,
  total: { rescale_to: 100 },
  rank: { by: [{ value: 'total' }, { value: 'v0' }], within: 'group' },
  awards: [
    { name: '红旗', top: 3 },
    { name: '黄旗', bottom: 2, min_units: 6, unless: ['红旗'] },
  ],
  show: { total: { places: 2 } },
});

/** The same figures at each run: a linear congruential sequence, in hundredths. */
function figures(): () => number {
  let state = 20_261_121;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (state % 1_000_000) / 100;
  };
}

test(`${UNITS} units × ${ITEMS} items in under a second`, async () => {
  const next = figures();
  const units = Array.from({ length: UNITS }, (_, index) => ({
    name: `单位${index}`,
    group: `组${index % GROUPS}`,
    inputs: Object.fromEntries(
      Array.from({ length: ITEMS }, (_, at) => [
        [`v${at}`, next()],
        [`t${at}`, next() + 1],
      ]).flat() as [string, number][],
    ),
  }));
  const work: number[] = [];
  const ms = await median(7, async () => {
    const before = process.cpuUsage();
    const { outcomes, figures: worked } = evaluate(scheme, units);
    const total = worked.measure('total');
    expect(outcomes.filter(({ unit, rank }) => rank !== null && total(unit) !== null)).toHaveLength(UNITS);
    const { user, system } = process.cpuUsage(before);
    work.push((user + system) / 1000);
  });
  const cpu = percentile(work, 0.5);
  process.stdout.write(
    `scoring: ${UNITS} units × ${ITEMS} items in ${ms.toFixed(0)} ms (processor ${cpu.toFixed(0)} ms)\n`,
  );
  expect(cpu).toBeLessThan(1000);
});
