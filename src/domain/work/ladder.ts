import type { CalendarDate } from '../calendar/date.ts';
import { addWorkdays, type WorkCalendar } from '../calendar/workday.ts';
import type { Settings } from '../settings.ts';
import { type Deadline, isOverdue, type Moment } from './light.ts';

/**
 * The steps, lowest first. unsigned: not signed in time, to assignee and head · before: the day before · due: at due,
 * with the unit's head · leader: to who dispatched · digest: named in the weekly digest (nothing is sent).
 */
const RUNGS = ['unsigned', 'before', 'due', 'leader', 'digest'] as const;

/** One step of the ladder. */
export type Rung = (typeof RUNGS)[number];

/** What climbs: open work with its deadline and the day it was given. `unsigned`: nobody has signed yet. */
export interface Climber extends Deadline {
  readonly givenOn: CalendarDate;
  readonly unsigned: boolean;
}

/** The numbers of the ladder, in workdays (settings). */
export type LadderSettings = Pick<
  Settings,
  'ladderBeforeWorkdays' | 'ladderLeaderWorkdays' | 'ladderDigestWorkdays' | 'signWithinWorkdays' | 'briefAt'
>;

/** What to do now: at most one message, and the rungs to note as taken with it (those passed while nobody looked). */
export interface Climb {
  readonly send: Exclude<Rung, 'digest'> | null;
  readonly taken: readonly Rung[];
}

/**
 * The rungs reached and not yet taken. Of several only the highest is sent: after downtime one message is enough. The
 * unsigned rung is apart: it is sent only when nothing of the deadline is.
 */
export function climb(
  climber: Climber,
  moment: Moment,
  calendar: WorkCalendar,
  settings: LadderSettings,
  taken: ReadonlySet<string>,
): Climb {
  const fresh = RUNGS.filter((rung) => !taken.has(rung) && isReached(rung, climber, moment, calendar, settings));
  const sendable = fresh.filter((rung): rung is Exclude<Rung, 'digest'> => rung !== 'digest');
  const highestBefore = Math.max(-1, ...[...taken].map((rung) => RUNGS.indexOf(rung as Rung)));
  const top = sendable.at(-1);
  const overtaken = top === undefined || (top !== 'unsigned' && RUNGS.indexOf(top) < highestBefore);
  return { send: overtaken ? null : top, taken: fresh };
}

/** Whether a rung's time has come. Without a clock of its own a day begins with the morning brief. */
function isReached(
  rung: Rung,
  climber: Climber,
  moment: Moment,
  calendar: WorkCalendar,
  settings: LadderSettings,
): boolean {
  const since = (day: CalendarDate): boolean =>
    moment.today > day || (moment.today === day && moment.clock >= settings.briefAt);
  switch (rung) {
    case 'unsigned':
      return climber.unsigned && since(addWorkdays(calendar, climber.givenOn, settings.signWithinWorkdays + 1));
    case 'before': {
      const day = addWorkdays(calendar, climber.dueOn, -settings.ladderBeforeWorkdays);
      return climber.givenOn < day && since(day);
    }
    case 'due':
      return climber.dueTime === null ? since(dueDay(climber, calendar)) : isOverdue(climber, moment);
    case 'leader':
      return since(addWorkdays(calendar, climber.dueOn, settings.ladderLeaderWorkdays));
    case 'digest':
      return since(addWorkdays(calendar, climber.dueOn, settings.ladderDigestWorkdays));
  }
}

/** Work given on its last day is not reminded of the same day, but the next workday. */
const dueDay = ({ givenOn, dueOn }: Climber, calendar: WorkCalendar): CalendarDate =>
  givenOn < dueOn ? dueOn : addWorkdays(calendar, dueOn, 1);

/** Whether overdue work is to be named in the digest of a day. */
export const isNamedInDigest = (
  dueOn: CalendarDate,
  today: CalendarDate,
  calendar: WorkCalendar,
  digestWorkdays: number,
): boolean => today >= addWorkdays(calendar, dueOn, digestWorkdays);

/** Whether reminders may go out: a workday outside the quiet hours; urgent ones always. */
export function mayDisturb(
  moment: Moment,
  calendar: WorkCalendar,
  settings: Pick<Settings, 'quietFrom' | 'quietTo'>,
  urgent: boolean,
): boolean {
  if (urgent) return true;
  return calendar.isWorkday(moment.today) && moment.clock >= settings.quietTo && moment.clock < settings.quietFrom;
}
