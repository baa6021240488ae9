import { leadsBetween, type NewLead } from '../db/brief.repository.ts';
import { addressesOf } from '../db/outbox.repository.ts';
import { openProblems } from '../db/problem.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import { tasksWithAssignees } from '../db/task.repository.ts';
import { addDays, daysBetween, instantAt } from '../domain/calendar/date.ts';
import { addWorkdays, firstWorkdayOfWeek } from '../domain/calendar/workday.ts';
import { isMuted } from '../domain/org/mute.ts';
import { isStallReminderDay } from '../domain/project/protection.ts';
import type { Duty } from '../domain/work/duty.ts';
import type { MineItem } from '../domain/work/mine.ts';
import type { ProblemView } from '../domain/work/problem.ts';
import type { TaskView } from '../domain/work/task.ts';
import type { Acting } from './acting.ts';
import { openDuties } from './duty.service.ts';
import { mineOf } from './mine.service.ts';
import { litProblem } from './problem.service.ts';
import { lit } from './task.service.ts';
import type { OrgTx } from './transaction.ts';

/** The word under which a person mutes the morning's message. */
export const BRIEF = '今日待办';

type Around = Pick<Acting, 'now' | 'today' | 'calendar' | 'org'>;

/** What waits for each person who can be reached, has not muted the brief, and has something to hear. */
export async function personalBriefs(
  tx: OrgTx,
  around: Around,
): Promise<readonly { readonly personId: number; readonly items: readonly MineItem[] }[]> {
  const people = (await listPeople(tx)).filter(
    ({ disabled, mutes }) => !disabled && !isMuted(mutes, BRIEF, around.today),
  );
  const addresses = await addressesOf(
    tx,
    people.map(({ id }) => id),
  );
  const reached = new Set(addresses.map(({ personId }) => personId));
  const briefs: { personId: number; items: readonly MineItem[] }[] = [];
  for (const { id, role, unitId, mutes } of people) {
    if (!reached.has(id)) continue;
    const quiet = isMuted(mutes, '停滞提醒', around.today);
    const items = (await mineOf(tx, around, { personId: id, role, unitId })).filter(
      (item) => isDueToSay(item, around) && !(quiet && item.kind === 'stalled'),
    );
    if (items.length > 0) briefs.push({ personId: id, items });
  }
  return briefs;
}

/**
 * A lead without progress is named on its reminder days only, those that fell on days off on the next workday; a promise
 * or request when its day is near; helpers outside and landed firms
 * that are untouched once a week.
 */
function isDueToSay(item: MineItem, { today, calendar, org }: Around): boolean {
  if (item.kind === 'duty') return item.duty.unsigned || item.duty.light !== 'green';
  if (item.kind === 'quiet' || item.kind === 'unvisited') return firstWorkdayOfWeek(calendar, today) === today;
  if (item.kind !== 'stalled') return true;
  for (let day = today; day > addWorkdays(calendar, today, -1); day = addDays(day, -1)) {
    if (isStallReminderDay(daysBetween(item.project.lastProgressOn, day), org.settings)) return true;
  }
  return false;
}

/** What a group hears in the morning: new leads since the last brief, what is due today, what is overdue. */
export interface GroupBrief {
  readonly newLeads: readonly NewLead[];
  readonly dueToday: readonly TaskView[];
  readonly overdue: readonly TaskView[];
  readonly overdueProblems: readonly ProblemView[];
  /** Promises, requests and opinions. */
  readonly overdueDuties: readonly Duty[];
}

/** The brief of a group: of one unit, or of all when `unitId` is null. Null when there is nothing to say. */
export async function groupBrief(tx: OrgTx, around: Around, unitId: number | null): Promise<GroupBrief | null> {
  const { now, today, calendar, org } = around;
  const last = instantAt(addWorkdays(calendar, today, -1), org.settings.briefAt, org.timeZone);
  const of = <Row extends { readonly unitId: number | null }>(rows: readonly Row[]): readonly Row[] =>
    unitId === null ? rows : rows.filter((row) => row.unitId === unitId);
  const tasks = of(await tasksWithAssignees(tx)).map((task) => lit(task, around));
  const problems = of(await openProblems(tx)).map((problem) => litProblem(problem, around));
  const duties = of(await openDuties(tx, around));
  const brief = {
    newLeads: of(await leadsBetween(tx, last, now)),
    dueToday: tasks.filter((task) => task.dueOn === today && task.light !== 'red'),
    overdue: tasks.filter((task) => task.light === 'red'),
    overdueProblems: problems.filter((problem) => problem.light === 'red'),
    overdueDuties: duties.filter((duty) => duty.light === 'red'),
  };
  return Object.values(brief).every((rows) => rows.length === 0) ? null : brief;
}
