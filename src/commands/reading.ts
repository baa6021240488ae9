import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import type { Vocabulary } from '../domain/org/vocabulary.ts';

/** What readers need to know of the day and the org. */
export interface Reading {
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  readonly vocabulary: Vocabulary;
  /** The unit in whose name the person speaks. */
  readonly own?: OwnUnit | undefined;
}

/** 我们镇 is this unit; whoever works for all units says 我们 of all of them. */
export interface OwnUnit {
  readonly name: string;
  readonly forAll: boolean;
}
