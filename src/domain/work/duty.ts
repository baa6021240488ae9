import type { CalendarDate, Instant } from '../calendar/date.ts';
import type { Light } from './light.ts';

/** A promise or a request as open work: what has a day and somebody who answers for it, chased like a task. */
export interface Duty {
  readonly kind: 'commitment' | 'request';
  /** "C3", "S4". */
  readonly number: string;
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
