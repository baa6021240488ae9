import { describe, expect, test } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { fulfilment, type Results } from '../../../src/domain/evaluation/forecast.ts';
import { d } from '../../support/board.ts';

const FORECAST = { investment: d('120000'), output: d('200000'), tax: d('6000') };
const RESULTS: Results = {
  producedOn: date('2025-10-15'),
  fixedAssets: d('90000'),
  output: d('100000'),
  tax: d('5000'),
};
const shown = (results: Partial<Results>, today: string, forecast = FORECAST) =>
  fulfilment(forecast, { ...RESULTS, ...results }, date(today))?.outcomes.map(
    ({ name, due, done, rate }) => `${name} ${done}/${due} ${rate.toFraction()}`,
  );

describe('forecast against result', () => {
  test('a year’s output and tax are compared for the whole months of production, the investment as a whole', () => {
    expect(shown({}, '2026-06-15')).toEqual([
      '固定资产投资 90000/120000 3/4',
      '产值 100000/133333.33 3/4',
      '税收 5000/4000 5/4',
    ]);
  });

  test.each([
    ['2026-06-14', 7],
    ['2026-06-15', 8],
    ['2026-10-15', 12],
  ])('on %s production is %i whole months old', (today, months) => {
    expect(fulfilment(FORECAST, RESULTS, date(today))?.months).toBe(months);
  });

  test('within the first month only the investment can be compared', () => {
    expect(shown({}, '2025-11-14')).toEqual(['固定资产投资 90000/120000 3/4']);
  });

  test('there is nothing before production, or where nothing was forecast', () => {
    expect(shown({ producedOn: null }, '2026-06-15')).toBeUndefined();
    expect(shown({ producedOn: date('2026-07-01') }, '2026-06-15')).toBeUndefined();
    expect(shown({}, '2026-06-15', { investment: null, output: null, tax: d('0') } as never)).toBeUndefined();
  });
});
