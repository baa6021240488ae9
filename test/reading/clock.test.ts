import { expect, it } from 'vitest';
import { readClock } from '../../src/reading/clock.ts';

it.each([
  ['17点前报方案', '17:00'],
  ['下午3点半前', '15:30'],
  ['９：３０前', '09:30'],
  ['晚上8点20分', '20:20'],
  ['下班前报来', '17:30'],
  ['中午前', '12:00'],
  ['上午10点', '10:00'],
  ['25点前', null],
  ['投资12亿', null],
])('%s names the clock %s', (text, clock) => {
  expect(readClock(text)?.clock ?? null).toBe(clock);
});

it('says where it stands, so that the rest can be kept', () => {
  expect(readClock('把方案17点前报来')).toMatchObject({ start: 3, end: 7 });
});
