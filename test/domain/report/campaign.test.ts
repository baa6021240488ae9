import { expect, test } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { CAMPAIGN_SCHEME, countdownOf } from '../../../src/domain/report/campaign.ts';
import { readScheme } from '../../../src/domain/scoring/read-scheme.ts';

const summer = { from: date('2026-05-10'), to: date('2026-08-17') };

test.each([
  ['2026-05-09', { days: 100, day: 0, left: 100 }],
  ['2026-05-10', { days: 100, day: 1, left: 99 }],
  ['2026-06-10', { days: 100, day: 32, left: 68 }],
  ['2026-08-17', { days: 100, day: 100, left: 0 }],
  ['2026-08-18', { days: 100, day: 100, left: 0 }],
])('10 May to 17 August is 100 days, both included: on %s %j', (today, countdown) => {
  expect(countdownOf(summer, date(today))).toEqual(countdown);
});

test('the scheme a campaign starts with is one of the language', () => {
  expect(readScheme(JSON.parse(JSON.stringify(CAMPAIGN_SCHEME)))).toMatchObject({ id: 'default-campaign' });
});
