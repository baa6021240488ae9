import { type CalendarDate, parseIsoDate } from '../domain/calendar/date.ts';
import { type WorkCalendar, workCalendar } from '../domain/calendar/workday.ts';
import { toGold } from './gold.ts';
import { readMessage } from './message.ts';

/** Against what lines are read that name no day of their own. */
export interface LinesOptions {
  readonly today: CalendarDate;
  readonly calendar?: WorkCalendar;
}

/** What is said of one line: its id and what was understood, or why it was not read. */
export type LineRead = Readonly<Record<string, unknown>>;

/**
 * Reads JSON Lines `{id, text, ref_date?}` one by one as `{id, kind, confidence, …fields}` in the shape of the capture data. A
 * message of which it is unsure whether it tells of one project keeps its numbers to itself. A line that is none gives `{id, error}`, a blank one null. A byte order mark is passed over. Never throws.
 */
export function lineReader(options: LinesOptions): (line: string) => LineRead | null {
  const calendar = options.calendar ?? workCalendar();
  let row = 0;
  return (line) => {
    row += 1;
    const text = line.replace(/^\ufeff/, '').trim();
    return text === '' ? null : readLine(text, row, { ...options, calendar });
  };
}

function readLine(line: string, row: number, options: Required<LinesOptions>): LineRead {
  const value = parse(line);
  if (value === null) return { id: `line-${row}`, error: 'not a JSON object' };
  const id = typeof value.id === 'string' || typeof value.id === 'number' ? value.id : `line-${row}`;
  if (typeof value.text !== 'string') return { id, error: 'text is missing' };
  const given = value.ref_date;
  const today = given === undefined || given === null ? options.today : parseIsoDate(String(given));
  if (today === null) return { id, error: 'ref_date is no date (YYYY-MM-DD)' };
  const understood = readMessage(value.text, { today, calendar: options.calendar });
  const fields = toGold(understood);
  return {
    id,
    kind: understood.kind,
    confidence: understood.confidence,
    ...(understood.figures < FIGURES_FROM ? { ...fields, ...NO_NUMBERS } : fields),
  };
}

/** A chat asks what an unsure message is; here nobody is asked, and a wrong number is worse than none. */
const FIGURES_FROM = 0.65;
const NO_NUMBERS = {
  investment_wan: null,
  investment_wan_max: null,
  fdi_wan_usd: null,
  other_currency: null,
  land_mu: null,
  jobs: null,
  annual_output_wan: null,
  annual_tax_wan: null,
};

function parse(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
