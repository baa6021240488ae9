import type { CalendarDate } from '../domain/calendar/date.ts';
import { Refusal } from '../domain/refusal.ts';
import { dayText } from '../rendering/day.ts';

/**
 * Where one day is wanted and a month, a week or a span was written, the refusal offers its ends: the line anew with the
 * last day and the first. Days to come are not offered for what has been. Anything else stays as it is.
 */
export function withDays(error: unknown, line: string, today: CalendarDate): unknown {
  if (!(error instanceof Refusal) || error.code !== 'date.range') return error;
  const { text, from, to } = error.data as { text: string; from?: CalendarDate; to?: CalendarDate };
  if (from === undefined || to === undefined || !line.includes(text)) return error;
  const last = from <= today && today < to ? today : to;
  const near = [...new Set([last, from])].map((day) => {
    const name = dayText(day, today);
    return { name, line: line.replace(text, ` ${name} `).replace(/ {2,}/g, ' ').trim() };
  });
  return new Refusal('date.range', { ...error.data, near });
}
