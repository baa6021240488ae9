import type { Decimal } from '../domain/money/decimal.ts';
import type { Named } from '../domain/org/vocabulary.ts';
import { Refusal } from '../domain/refusal.ts';
import { foldWidth } from '../reading/clean.ts';
import { plainWords } from '../reading/plain.ts';
import { readRecordNumber } from '../reading/reference.ts';
import { simplify } from '../reading/words/traditional.ts';
import { readNames } from './names.ts';
import { readFigure } from './read-amount.ts';
import { readDay } from './read-day.ts';
import type { Reading } from './reading.ts';
import type { Slot, Slots } from './slots.ts';

/** The text that is still unread; what a slot takes is blanked out, so positions stay. */
interface Remainder {
  text: string;
  /** The command is about what is said: a number inside a sentence (核实X1的用地) stays there when it is read. */
  readonly spoken?: boolean;
}

/** Exact kinds first, so that words are only looked for in what numbers and days have left. */
const ORDER: readonly Slot['kind'][] = [
  'record',
  'project',
  'date',
  'dates',
  'foreign',
  'amount',
  'choice',
  'assignee',
  'unit',
  'person',
  'rest',
];

/** Finds the parts of a command in a text, in any order. Throws a Refusal for a part that is there but cannot be. */
export function readSlots(
  slots: Slots,
  text: string,
  reading: Reading,
): { values: Record<string, unknown>; missing: readonly string[] } {
  const left: Remainder = { text, spoken: Object.values(slots).some((slot) => slot.kind === 'rest' && !slot.optional) };
  const values: Record<string, unknown> = {};
  const entries = Object.entries(slots);
  for (const kind of ORDER) {
    for (const [name, slot] of entries) {
      if (slot.kind === kind) values[name] = readSlot(slot, left, reading);
    }
  }
  for (const [name, slot] of entries) {
    if (slot.kind === 'project' && values[name] === undefined) values[name] = projectWords(left, slots);
    if (slot.kind === 'rest') values[name] = tidy(left.text) || undefined;
  }
  refuseUnknownUnit(slots, values, left);
  const missing = entries.filter(([name, slot]) => !slot.optional && values[name] === undefined).map(([name]) => name);
  return { values, missing };
}

/** How many parts a text lacks; endlessly many where one of them cannot be. */
export function lacking(slots: Slots, text: string, reading: Reading): number {
  try {
    return readSlots(slots, text, reading).missing.length;
  } catch (error) {
    if (error instanceof Refusal) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/**
 * One part from a text of its own, a field of a form: nothing else may stand there. Refusal "form.unread", beside those of
 * the part itself.
 */
export function readField(slot: Slot, text: string, reading: Reading): unknown {
  if (slot.kind === 'rest') return tidy(text) || undefined;
  const left: Remainder = { text: slot.kind === 'record' && /^\d+$/.test(text) ? slot.letter + text : text };
  const value = readSlot(slot, left, reading);
  const name = slot.kind === 'project' && value === undefined ? tidy(text) : '';
  if (name) return { words: name };
  if (value === undefined || tidy(left.text))
    throw new Refusal('form.unread', { label: slot.label, text: text.slice(0, 40) });
  return value;
}

/** A command that looks at one unit must not show another because the name it was given is nobody's. */
function refuseUnknownUnit(slots: Slots, values: Readonly<Record<string, unknown>>, left: Remainder): void {
  const named = Object.entries(slots).find(([, slot]) => slot.kind === 'unit' && slot.optional);
  if (!named || values[named[0]] !== undefined || Object.values(slots).some(({ kind }) => kind === 'rest')) return;
  const name = tidy(left.text);
  if (UNIT_LIKE.test(name)) throw new Refusal('name.unknown', { name: name.slice(0, 20) });
}

const UNIT_LIKE = /^[\u4e00-\u9fff]{1,18}(?:[镇乡局办园区县委]|街道|中心|公司)$/;

function readSlot(slot: Slot, left: Remainder, reading: Reading): unknown {
  switch (slot.kind) {
    case 'record':
      return takeNumber(left, slot.letter);
    case 'project': {
      const number = takeNumber(left, 'X');
      return number === undefined ? undefined : { number };
    }
    case 'date':
      return takeDate(left, reading, slot.prefer, true)?.from;
    case 'dates':
      return takeDate(left, reading, slot.prefer, false);
    case 'amount':
      return takeAmount(left, 'CNY', slot.optional);
    case 'foreign':
      return takeAmount(left, 'USD', slot.optional);
    case 'choice':
      return takeChoice(left, slot.words);
    case 'assignee':
      return takeNames(left, reading, ['unit', 'person'], true);
    case 'unit':
      return takeNames(left, reading, ['unit'], false)?.[0];
    case 'person':
      return takeNames(left, reading, ['person'], false)?.[0];
    case 'rest':
      return undefined;
  }
}

function blank(left: Remainder, start: number, end: number): void {
  left.text = left.text.slice(0, start) + ' '.repeat(end - start) + left.text.slice(end);
}

function takeNumber(left: Remainder, letter: string): number | undefined {
  const found = readRecordNumber(left.text).find((span) => span.letter === letter);
  if (!found) return undefined;
  const inside =
    /[\u4e00-\u9fff]$/.test(left.text.slice(0, found.start)) && /^[\u4e00-\u9fff]/.test(left.text.slice(found.end));
  if (!(left.spoken && inside)) blank(left, found.start, found.end);
  return found.number;
}

function takeDate(left: Remainder, reading: Reading, prefer: 'past' | 'future' | 'nearest', single: boolean) {
  const days = readDay(withoutNumerals(plainWords(left.text), reading), reading, prefer, single);
  if (!days) return undefined;
  blank(left, days.start, days.end);
  return { from: days.from, to: days.to };
}

/** "@李四 月底前" is not the end of April: names that end in a numeral are blanked out, positions stay. */
const withoutNumerals = (text: string, { vocabulary }: Reading): string =>
  vocabulary.people.reduce(
    (left, { name }) => (/[一二三四五六七八九十]$/.test(name) ? left.replaceAll(name, '　'.repeat(name.length)) : left),
    text,
  );

function takeAmount(left: Remainder, currency: 'CNY' | 'USD', optional: boolean): Decimal | undefined {
  const figure = readFigure(plainWords(left.text), currency, optional);
  if (!figure) return undefined;
  blank(left, figure.start, figure.end);
  return figure.wan;
}

function takeChoice(left: Remainder, words: Readonly<Record<string, string>>): string | undefined {
  const folded = foldWidth(plainWords(left.text));
  const found = Object.keys(words)
    .filter((word) => folded.includes(word))
    .sort((a, b) => b.length - a.length)[0];
  if (found === undefined) return undefined;
  const start = folded.indexOf(found);
  blank(left, start, start + found.length);
  return words[found];
}

function takeNames(
  left: Remainder,
  reading: Reading,
  kinds: readonly Named['kind'][],
  several: boolean,
): readonly Named[] | undefined {
  const spans = readNames(plainWords(left.text), reading.vocabulary, kinds);
  const taken = several ? spans.filter((span, index) => span.addressed || index === 0) : spans.slice(0, 1);
  for (const span of taken) blank(left, span.start, span.end);
  return taken.length === 0 ? undefined : taken.map((span) => span.named);
}

/** The first word (all words when the command takes no other text) as a reference by name. */
function projectWords(left: Remainder, slots: Slots): { words: string } | undefined {
  const whole = !Object.values(slots).some((slot) => slot.kind === 'rest');
  const match = /[^\s,，、。;；:：]+/.exec(left.text);
  if (!match) return undefined;
  if (whole) {
    const words = tidy(simplify(left.text));
    left.text = '';
    return words.length > 1 ? { words } : undefined;
  }
  if (match[0].length < 2) return undefined;
  blank(left, match.index, match.index + match[0].length);
  return { words: simplify(match[0]) };
}

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/^[\s,，、。;；:：]+|[\s,，、;；:：]+$/g, '')
    .trim();
