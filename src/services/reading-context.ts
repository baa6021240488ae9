import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import type { Proposal } from '../reading/proposal.ts';

/** What a text is read against: a command's context fits. */
export interface ReadingContext {
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  /** What a model said of the line, where one is asked at all. */
  readonly proposal?: Proposal | null;
  readonly vocabulary: { readonly chains: readonly { readonly name: string; readonly keywords: readonly string[] }[] };
}
