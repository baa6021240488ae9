import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import type { Vocabulary } from '../domain/org/vocabulary.ts';

/** What readers need to know of the day and the org. */
export interface Reading {
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  readonly vocabulary: Vocabulary;
}
