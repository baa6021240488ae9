import { addDays, type CalendarDate } from '../domain/calendar/date.ts';
import { Refusal } from '../domain/refusal.ts';
import { foldWidth } from '../reading/clean.ts';
import { type DateSpan, readDates } from '../reading/date.ts';
import type { Reading } from './reading.ts';

type Prefer = 'past' | 'future' | 'nearest';

/** The day or days of a command, with where they stand. */
export interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly start: number;
  readonly end: number;
}

/** What looks like a day and is none that this program reads: 06-05, 31/6/2026, 去年, 公元前. */
const UNREAD =
  /(?<![\w.:：号-]|号\s)\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?(?![\w.%-]|\s?[万亿千百元美])|(?:今|去|前|上|明)年(?![一-龥])|公元前?/;
const BETWEEN = /^[\s,，、/和及]*$/;
/** Weekdays are said of the week at hand: 周五 in a report is the last one. */
const OF_THE_WEEK = /[周期拜]/;

/**
 * The day of a text. A deadline word (前, 内, 底) wins over a day that is merely mentioned. What cannot be is never shifted
 * and never left out in silence: Refusals "date.impossible", "date.range", "date.several", "date.unreadable", and
 * "date.future" where a report's day without a year has not come this year and is nearer to come than gone by.
 */
export function readDay(text: string, reading: Reading, prefer: Prefer, single: boolean): Days | undefined {
  const spans = readDates(text, reading.today, reading.calendar, { prefer }).filter(
    (span) => !(prefer === 'future' && single && names(span, text)),
  );
  const deadline = (span: DateSpan) => prefer === 'future' && /[前内底]$/.test(span.text);
  const span = spans.find(deadline) ?? spans[0];
  if (prefer === 'past') refuseUnread(text, spans);
  if (!span) return undefined;
  if ('impossible' in span) throw new Refusal('date.impossible', { text: span.text });
  if (/[-−－]$/.test(text.slice(0, span.start)) && /^\d+\s?(?:天|周|个|小时|年)/.test(span.text))
    throw new Refusal('date.impossible', { text: `-${span.text}` });
  const next = single ? undefined : joined(span, spans[spans.indexOf(span) + 1], text);
  if (next) return next;
  if (single && span.from !== span.to)
    throw new Refusal('date.range', { text: span.text, from: span.from, to: span.to });
  if (prefer === 'past') refuseDoubtful(span, spans[1], text, reading);
  return { from: span.from, to: span.to, start: span.start, end: span.start + beforeClock(span.text) };
}

/** 二季度总结, 5月台账: a stretch that only says which paper is meant. */
const names = (span: DateSpan, text: string): boolean =>
  !('impossible' in span) &&
  span.from !== span.to &&
  /[月季度年]$/.test(span.text) &&
  /^的?(?![前内底末初中完报交办前])[\u4e00-\u9fff]{2}/.test(text.slice(span.end));

/** "周五17点前": the day takes no more than itself, so that the clock is left for who reads clocks. */
function beforeClock(text: string): number {
  const clock = text.search(/(?:早上|上午|中午|下午|晚上|晚)?\s?\d{1,2}[点时:]/);
  return clock > 0 ? clock : text.length;
}

/** 下周一到周三, 6月28日至7月2日: two days with 到 between them are a span; a weekday behind it is of the same week. */
function joined(first: DateSpan, second: DateSpan | undefined, text: string): Days | undefined {
  if (!second || 'impossible' in first || 'impossible' in second) return undefined;
  if (!/^\s*(?:到|至|[-~—－～])\s*$/.test(text.slice(first.end, second.start))) return undefined;
  let { to } = second;
  while (to < first.from && OF_THE_WEEK.test(second.text)) to = addDays(to, 7);
  return to < first.from ? undefined : { from: first.from, to, start: first.start, end: second.end };
}

function refuseUnread(text: string, spans: readonly DateSpan[]): void {
  const left = spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    foldWidth(text),
  );
  const found = UNREAD.exec(left)?.[0];
  if (found) throw new Refusal('date.unreadable', { text: found });
}

function refuseDoubtful(span: DateSpan, next: DateSpan | undefined, text: string, reading: Reading): void {
  if (next && BETWEEN.test(text.slice(span.end, next.start)))
    throw new Refusal('date.several', { first: span.text, second: next.text });
  if (OF_THE_WEEK.test(span.text)) return;
  const nearest = readDates(text, reading.today, reading.calendar, { prefer: 'nearest' }).find(
    ({ start }) => start === span.start,
  );
  const ofThisYear = 'from' in span && span.from.slice(0, 4) === reading.today.slice(0, 4);
  if (nearest && 'from' in nearest && nearest.from > reading.today && !ofThisYear)
    throw new Refusal('date.future', { text: span.text });
}
