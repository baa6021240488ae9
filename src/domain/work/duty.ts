import type { CalendarDate, Instant } from '../calendar/date.ts';
import type { Light } from './light.ts';

/** A promise, a request, an opinion or an event's preparation and result that is owed, as open work: what has a day and somebody who answers for it, chased like a task. */
export interface Duty {
  readonly kind: 'commitment' | 'request' | 'review' | 'event';
  /** "C3", "S4", "会审2". */
  readonly number: string;
  /** What the ladder knows it by, where several have the same number. */
  readonly subject?: string;
  readonly text: string;
  /** For whom: the project or the company. */
  readonly about: string;
  readonly unitId: number | null;
  readonly unitName: string | null;
  /** Who hears of it when it is overdue, by name: the project's 包联领导. */
  readonly leader: string | null;
  readonly dueOn: CalendarDate;
  readonly givenAt: Instant;
  /** Nobody has accepted it yet. */
  readonly unsigned: boolean;
  readonly light: Light | null;
}
