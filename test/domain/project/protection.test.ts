import { expect, it } from 'vitest';
import { addDays, date } from '../../../src/domain/calendar/date.ts';
import { isStallReminderDay, mayReclaim } from '../../../src/domain/project/protection.ts';
import { DEFAULT_SETTINGS as settings } from '../../../src/domain/settings.ts';

it.each([
  [settings.stalledDays - 1, false],
  [settings.stalledDays, true],
  [settings.stalledDays + 1, false],
  [settings.protectionDays - 7, true],
  [settings.protectionDays, false],
])('%s days without progress are a day to remind: %s', (days, reminds) => {
  expect(isStallReminderDay(days, settings)).toBe(reminds);
});

it('the unit that lost a lead waits before it takes it again; others do not', () => {
  const lost = date('2026-06-01');
  const last = addDays(lost, settings.poolReturnIntervalDays - 1);
  expect(mayReclaim(1, 1, lost, last, settings)).toBe(false);
  expect(mayReclaim(1, 1, lost, addDays(last, 1), settings)).toBe(true);
  expect(mayReclaim(1, 2, lost, lost, settings)).toBe(true);
});
