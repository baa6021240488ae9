import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import type { Actor } from '../domain/org/access.ts';
import type { Settings } from '../domain/settings.ts';

/** Who does something, when, under which settings: a command's context fits. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  readonly org: { readonly settings: Settings; readonly timeZone: string };
}

/** Draws something as a reply, for people who are told of it; services do not know how replies look. */
export type Draw<Value> = (value: Value) => object;
