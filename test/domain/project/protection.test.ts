import { expect, it } from 'vitest';
import { addDays, date } from '../../../src/domain/calendar/date.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { isStallReminderDay, mayReclaim, protectionOf } from '../../../src/domain/project/protection.ts';
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

const lead = { unitId: 1, stage: '在谈', lastProgressOn: date('2026-03-01') } as Project;

it.each([
  [29, 'protected'],
  [30, 'stalled'],
  [90, 'stalled'],
  [91, 'expired'],
])('%s days after its last progress a lead is %s', (days, state) => {
  const own = { ...settings, stalledDays: 30, protectionDays: 90 };
  expect(protectionOf(lead, addDays(lead.lastProgressOn, days), own).state).toBe(state);
});

it.each([
  [{ ...lead, stage: '签约' }, 'signed'],
  [{ ...lead, stage: '流失' }, 'lost'],
  [{ ...lead, unitId: null }, 'in the pool'],
] as [Project, string][])('what is $1 has no clock', (project) => {
  expect(protectionOf(project, date('2026-12-01'), settings).state).toBe('none');
});
