import { addDays, type CalendarDate, daysBetween } from '../calendar/date.ts';
import type { Settings } from '../settings.ts';
import { isOpen, type Project } from './project.ts';

/** Where a lead stands with its first-report protection (首报首谈). */
export type Protection =
  | { readonly state: 'none' }
  | { readonly state: 'protected'; readonly until: CalendarDate; readonly stalledDays: number }
  | { readonly state: 'stalled'; readonly until: CalendarDate; readonly stalledDays: number }
  | { readonly state: 'expired'; readonly since: CalendarDate };

/** Protection ends with the contract: only these stages can fall back to the pool. */
const EARLY: readonly string[] = ['线索', '在谈', '意向'];

/**
 * The protection of a project on a day: it runs `protectionDays` from the first report or the last progress; without
 * progress for `stalledDays` the unit is warned; after its end the lead belongs to the pool.
 */
export function protectionOf(project: Project, today: CalendarDate, settings: Settings): Protection {
  if (project.unitId === null || !isOpen(project) || !EARLY.includes(project.stage)) return { state: 'none' };
  const until = addDays(project.lastProgressOn, settings.protectionDays);
  if (today > until) return { state: 'expired', since: addDays(until, 1) };
  const stalledDays = daysBetween(project.lastProgressOn, today);
  return { state: stalledDays >= settings.stalledDays ? 'stalled' : 'protected', until, stalledDays };
}

/** Days on which the unit is told that a lead stands still: at the limit, half-way to the end, and a week before it. */
export function isStallReminderDay(stalledDays: number, settings: Settings): boolean {
  const { stalledDays: first, protectionDays: last } = settings;
  return [first, Math.round((first + last) / 2), last - 7].includes(stalledDays);
}

/** Whether a unit may take a lead from the pool again: not within so many days of having lost it. */
export const mayReclaim = (
  lostBy: number | null,
  unitId: number,
  poolSince: CalendarDate | null,
  today: CalendarDate,
  settings: Settings,
): boolean =>
  lostBy !== unitId || poolSince === null || daysBetween(poolSince, today) >= settings.poolReturnIntervalDays;
