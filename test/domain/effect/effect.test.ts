import { expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { type Effect, effectTotals } from '../../../src/domain/effect/effect.ts';
import { decimal } from '../../../src/domain/money/decimal.ts';

it('what adds up is added, a mean is not', () => {
  const effect = (kind: Effect['kind'], amount: string): Effect => ({
    projectId: 1,
    projectName: '甲',
    unitId: null,
    kind,
    amount: decimal(amount),
    on: date('2026-06-10'),
  });
  expect(
    effectTotals([
      effect('盘活土地', '12.5'),
      effect('就业', '80'),
      effect('盘活土地', '0.1'),
      effect('人均月增收', '1000'),
    ]),
  ).toEqual([
    { kind: '就业', total: '80', projects: 1 },
    { kind: '盘活土地', total: '12.6', projects: 2 },
  ]);
});
