import { describe, expect, it } from 'vitest';
import type { Decimal } from '../../../src/domain/money/decimal.ts';
import { paceAgainst, paceOf, paceValue } from '../../../src/domain/target/pace.ts';

const figure = (text: string) => text as Decimal;
const QUARTERS = ['0', '0', '0.2', '0.2', '0.2', '0.5', '0.5', '0.5', '0.8', '0.8', '0.8', '1'];

describe('序时进度', () => {
  it.each([
    [1, '1/12'],
    [5, '5/12'],
    [12, '12/12'],
  ])('at the end of month %i it is the months passed over 12: %s', (month, pace) => {
    expect(paceOf(month, [])).toBe(pace);
  });

  it.each([
    [1, '0'],
    [3, '0.2'],
    [12, '1'],
  ])('at the end of month %i it is what the office set for the month: %s', (month, pace) => {
    expect(paceOf(month, QUARTERS)).toBe(pace);
  });

  it.each([
    ['5/12', '5/12'],
    ['0.425', '17/40'],
    ['1', '1'],
  ])('%s is read exactly', (text, fraction) => {
    expect(paceValue(text).toFraction()).toBe(fraction);
  });
});

describe('standing against it', () => {
  it('is done over target, and that less the schedule, unrounded', () => {
    const stand = paceAgainst(figure('629'), figure('647.4'), '10/12');
    expect(stand?.completion.toFraction()).toBe('3145/3237');
    expect(stand?.ahead.toFraction()).toBe('895/6474');
  });

  it('is below 0 for who is behind', () => {
    expect(paceAgainst(figure('107.4'), figure('401.9'), '4/12')?.ahead.s).toBe(-1n);
  });

  it.each([[null], [figure('0')]])('is nothing for a target of %s', (target) => {
    expect(paceAgainst(figure('5'), target, '1/12')).toBeNull();
  });
});
