import { expect, test } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import type { FlagsModel } from '../../../src/domain/report/model.ts';
import { afterObjections, flagTimes } from '../../../src/domain/report/quiet-check.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';

test.each([
  ['2026-07-01', 24, '2026-Q2', '2026-07-01T01:00:00.000Z', '2026-07-02'],
  ['2026-08-15', 24, '2026-Q2', '2026-07-01T01:00:00.000Z', '2026-07-02'],
  ['2026-10-08', 48, '2026-Q3', '2026-10-08T01:00:00.000Z', '2026-10-10'],
  ['2026-10-08', 72, '2026-Q3', '2026-10-08T01:00:00.000Z', '2026-10-12'],
  ['2026-07-01', 30, '2026-Q2', '2026-07-01T01:00:00.000Z', '2026-07-03'],
  ['2026-07-01', 0, '2026-Q2', '2026-07-01T01:00:00.000Z', '2026-07-01'],
])('on %s with %i hours the flags of %s are told at %s and %s', (today, quietCheckHours, quarter, red, yellowOn) => {
  const settings = { ...DEFAULT_SETTINGS, quietCheckHours };
  const times = flagTimes(date(today), { calendar: workCalendar(), settings, timeZone: 'Asia/Shanghai' });
  expect({ ...times, quarter: times.quarter.key, red: times.red.toISOString() }).toMatchObject({
    quarter,
    red,
    yellowOn,
  });
});

test('an objection that was upheld takes the yellow flag away, no other', () => {
  const yellow = ['甲镇', '乙镇', '丙镇'].map((unit) => ({ unit }));
  const model = { groups: [{ name: '乡镇组', red: [], yellow }] } as unknown as FlagsModel;
  const left = afterObjections(model, [
    { unit: '甲镇', verdict: 'upheld' },
    { unit: '乙镇', verdict: 'dismissed' },
    { unit: '丙镇', verdict: null },
  ]);
  expect(left.groups[0]?.yellow.map(({ unit }) => unit)).toEqual(['乙镇', '丙镇']);
});
