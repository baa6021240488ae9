import { addMonths, instantAt, startOfMonth } from '../src/domain/calendar/date.ts';
import { isPublished } from '../src/domain/calendar/holidays.ts';
import { monthOf } from '../src/domain/calendar/period.ts';
import { onOrAfter } from '../src/domain/calendar/workday.ts';
import { definePost } from '../src/queue/define.ts';
import { calendarWarning } from '../src/rendering/cards/calendar.card.ts';
import { listPeople } from '../src/services/people.service.ts';

/**
 * 节假日提醒: while the official calendar of the day one month ahead is not known, to admins and staff on the first workday of
 * the month at the brief's hour (so from December on for the next year).
 */
export default definePost({
  name: '节假日提醒',
  report: 'calendar-warning',
  due: (day, { calendar, settings, timeZone }) =>
    day === onOrAfter(calendar, startOfMonth(day)) && !isPublished(addMonths(day, 1))
      ? [{ period: monthOf(day), at: instantAt(day, settings.briefAt, timeZone) }]
      : [],
  run: async ({ tx, today }) =>
    (await listPeople(tx))
      .filter((person) => !person.disabled && (person.role === 'admin' || person.role === 'staff'))
      .map((person) => ({ to: { personId: person.id }, reply: calendarWarning(addMonths(today, 1)) })),
});
