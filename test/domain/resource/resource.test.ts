import { expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { coverageOf, quietDays } from '../../../src/domain/resource/resource.ts';

it.each([
  ['2026-04-11', 60, null],
  ['2026-04-10', 60, 61],
  ['2026-06-10', 60, null],
])('touched on %s, with %i days allowed: %s', (touchedOn, most, days) => {
  expect(quietDays({ touchedOn: date(touchedOn) }, date('2026-06-10'), most)).toBe(days);
});

it('a city is covered by whatever happened in it or its districts', () => {
  const found = {
    visits: [
      { regions: ['深圳市'], on: date('2026-03-01') },
      { regions: ['北京', '深圳南山区'], on: date('2026-02-01') },
    ],
    leads: ['深圳', null, '广东深圳', '广东'],
    resources: ['深圳市', null, '北京'],
  };
  expect(coverageOf(['深圳', '杭州'], found)).toEqual([
    { city: '深圳', visits: 2, lastOn: '2026-03-01', leads: 2, resources: 1 },
    { city: '杭州', visits: 0, lastOn: null, leads: 0, resources: 0 },
  ]);
});
