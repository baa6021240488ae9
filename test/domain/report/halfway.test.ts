import { expect, test } from 'vitest';
import { behindOf, halfwayOf } from '../../../src/domain/report/halfway.ts';
import { boardInputs, d } from '../../support/board.ts';

const inputs = boardInputs();

test('half of the task at half of the year has passed, exactly half too; units without the task are left out', () => {
  const [first, second, third] = inputs.units;
  if (!first || !second || !third) throw new Error('units');
  const done = (funds: string) =>
    ({ ...(inputs.cumulative.get(first.id) as never as object), funds: d(funds) }) as never;
  const found = halfwayOf({
    ...inputs,
    pace: '6/12',
    cumulative: new Map([
      [first.id, done('50')],
      [second.id, done('49.999999')],
    ]),
    targets: new Map([
      [first.id, { funds: d('100') }],
      [second.id, { funds: d('100') }],
      [third.id, { funds: d('1'), 'signed-count': d('2') }],
    ]),
  });
  const funds = found.metrics.find(({ metric }) => metric === 'funds');
  expect(funds).toMatchObject({ done: '99.999999', target: '201', name: '到位资金' });
  expect(funds?.rows.map(({ passed }) => passed)).toEqual([true, false, false]);
  expect(funds && behindOf(funds)).toEqual({ passed: 1, behind: [third.name, second.name] });
  expect(found).toMatchObject({ withTasks: 3, allPassed: [first.name] });
});
