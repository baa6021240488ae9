import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import { type AmountSpan, amountsOf } from './amount.ts';
import { cleanText, foldDigits } from './clean.ts';
import { type DateSpan, datesOf } from './date.ts';
import { type LandSpan, landsOf } from './land.ts';
import { type NumberSpan, readNumbers } from './number.ts';
import { unfoldTable } from './pasted-table.ts';
import { type PhoneSpan, readPhones } from './phone.ts';
import { plainWords } from './plain.ts';
import { unsaidAmounts, unsaidLands } from './unsaid-unit.ts';

/** A message with everything exact found in it once; `plain` is for looking things up and has the positions of `text`. */
export interface Prepared {
  readonly text: string;
  readonly plain: string;
  readonly numbers: readonly NumberSpan[];
  readonly amounts: readonly AmountSpan[];
  readonly lands: readonly LandSpan[];
  readonly dates: readonly DateSpan[];
  readonly phones: readonly PhoneSpan[];
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  /** Short, spoken, parted by blanks: no newspaper sentence. */
  readonly chatty: boolean;
  /** The writer says that it is a lead. */
  readonly lead: boolean;
}

/** Cleans a message and finds its numbers, money, land, days and telephones. */
export function prepare(raw: string, today: CalendarDate, calendar: WorkCalendar, lead = false): Prepared {
  const text = unfoldTable(cleanText(raw).trim());
  const phones = readPhones(text);
  const folded = plainWords(foldDigits(text));
  const numbers = readNumbers(hide(folded, phones));
  const chatty = isChatty(folded);
  const informal = chatty || (folded.length < 100 && !/[。；]\s*$/.test(folded));
  const amounts = amountsOf(text, folded, numbers);
  const lands = landsOf(text, folded, numbers);
  return {
    text,
    plain: folded,
    numbers,
    amounts: informal ? inOrder([...amounts, ...unsaidAmounts(folded, numbers, chatty)]) : amounts,
    lands: informal && lands.length === 0 ? unsaidLands(folded, numbers) : lands,
    dates: datesOf(text, folded, { today, calendar, prefer: 'nearest' }),
    phones,
    today,
    calendar,
    chatty,
    lead,
  };
}

const inOrder = (amounts: readonly AmountSpan[]): readonly AmountSpan[] =>
  [...amounts].sort((one, other) => one.start - other.start);

/** Words found in `plain` as the text itself writes them; null stays null. */
export function asWritten({ plain, text }: Prepared, found: string | null): string | null {
  const at = found === null ? -1 : plain.indexOf(found);
  return found === null || at < 0 ? found : text.slice(at, at + found.length);
}

/** The text with the spans blanked out, so that a telephone number is no quantity. */
function hide(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(at, start), '\u0001'.repeat(end - start));
    at = end;
  }
  return spans.length === 0 ? text : pieces.join('') + text.slice(at);
}

const SPOKEN =
  /→|^(?:新?线索|报|转)[:：]|老板|个亿|我们|咱|领导|差不多|打算|大概|那个|那边|过来|搞了?个|来了个|一家做|做[^，,。]{1,10}的(?:[，,\s]|$)|[了哈啊吧呢嘛吗]$|[！!]{2}|语音|明天|昨天(?!上午|下午)|刚才|刚刚|他们|微信|松口|答应|[到好完定来成过]了(?=[，,\s])/;

/** People who type for each other leave out full stops and put blanks between the parts. */
function isChatty(plain: string): boolean {
  if (plain.length > 160 || /[。；]\s*$/.test(plain)) return false;
  const stops = plain.match(/[，,。；;、]/g)?.length ?? 0;
  const blanks = plain.match(/[\u4e00-\u9fff0-9a-z]\s+[\u4e00-\u9fff0-9a-z@]/gi)?.length ?? 0;
  if (plain.length < 70 && (SPOKEN.test(plain) || isClipped(plain))) return true;
  return blanks > stops || (stops === 0 && (plain.length < 40 || SPOKEN.test(plain))) || /^(?:录入|@)/.test(plain);
}

/** Three and more short pieces between commas, and no full stop: no newspaper's sentence either. */
function isClipped(plain: string): boolean {
  const pieces = plain.split(/[，,。]/);
  return pieces.length > 2 && !/[；;：:“”]/.test(plain) && pieces.every((piece) => piece.length < 15);
}
