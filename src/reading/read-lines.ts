import { type CalendarDate, parseIsoDate } from '../domain/calendar/date.ts';
import { type WorkCalendar, workCalendar } from '../domain/calendar/workday.ts';
import { toGold } from './gold.ts';
import { readMessage } from './message.ts';

/** Against what lines are read that name no day of their own. */
export interface LinesOptions {
  readonly today: CalendarDate;
  readonly calendar?: WorkCalendar;
}

/**
 * JSON Lines `{id, text, ref_date?}` as JSON Lines `{id, kind, confidence, …fields}` in the shape of the capture data. A
 * line that is none gives `{id, error}`; blank lines are passed over. Never throws.
 */
export function* readLines(lines: Iterable<string>, options: LinesOptions): Generator<string> {
  let row = 0;
  for (const line of lines) {
    row += 1;
    if (line.trim() !== '') yield JSON.stringify(readLine(line, row, options));
  }
}

function readLine(line: string, row: number, options: LinesOptions): Readonly<Record<string, unknown>> {
  const value = parse(line);
  if (value === null) return { id: `line-${row}`, error: 'not a JSON object' };
  const id = typeof value.id === 'string' || typeof value.id === 'number' ? value.id : `line-${row}`;
  if (typeof value.text !== 'string') return { id, error: 'text is missing' };
  const given = value.ref_date;
  const today = given === undefined || given === null ? options.today : parseIsoDate(String(given));
  if (today === null) return { id, error: 'ref_date is no date (YYYY-MM-DD)' };
  const understood = readMessage(value.text, { today, calendar: options.calendar ?? workCalendar() });
  return { id, kind: understood.kind, confidence: understood.confidence, ...toGold(understood) };
}

function parse(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
