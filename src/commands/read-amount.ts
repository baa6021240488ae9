import { compare, type Decimal, isZero } from '../domain/money/decimal.ts';
import { Refusal } from '../domain/refusal.ts';
import { type AmountSpan, readAmounts } from '../reading/amount.ts';
import { foldWidth } from '../reading/clean.ts';

/** The figure of a command: in 万 of its currency, exact, with where it stands. */
export interface Figure {
  readonly wan: Decimal;
  readonly start: number;
  readonly end: number;
}

/** The sum a ledger takes at most: 万, one trillion yuan. */
const MOST = '100000000' as Decimal;
/** Signs of minus beside the plain one. */
const MINUS = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]$/;
/** What runs into a figure from the left: letters, points, strokes; a lone short number before a blank or comma ("3 500万"). */
const GLUED_BEFORE = /(?:[\w.,/%]*[A-Za-z_./%]|(?<![\w.号:：-]|号\s)\d{1,3}(?:[ ,，]\d{3})*[ ,，])$/;
/** And from the right: a second scale, more digits, 角 and 分 that belong to it. */
const GLUED_BEHIND =
  /^(?!\d{1,2}\s?[月日号]|\d{4}[年./-])(?:[\w.]*[\d%][\w.]*[万亿千百十元角分]*|[万亿]+元?|元?\d+[角分]?)/;
/** Words ahead of a figure and behind it that make it inexact (签约 is none of them). */
const ABOUT =
  /(?:(?<![签合条公])约|(?<![最附])近|超过?|逾|大概|接近|突破|至少|不[到足]|不超过|[不]?[少低]于|多达|最[多少]|[估预]计|[估预]算|预估|暂估|可能)\s*$/;
const OR_SO = /^\s?元?\s?(?:左右|上下|以[上下内]|出头|多|余)/;

/**
 * The one figure of a text. A ledger takes what is exactly said or nothing: two figures, a part of a longer one (1/2亿,
 * 1e9万, 50万3千), 约 or 不到, a minus, zero, fractions of a 分, another currency: Refusals "amount.*".
 */
export function readFigure(text: string, currency: 'CNY' | 'USD', optional: boolean): Figure | undefined {
  const [span, second] = readAmounts(text);
  if (!span) return undefined;
  refuseGlued(span, text);
  refuseValue(span, currency);
  if (second && !optional && !(second.wan === span.wan && second.currency === span.currency))
    throw new Refusal('amount.several', { first: span.text, second: second.text });
  if (isAbout(span, text)) throw new Refusal('amount.about', { text: around(text, span) });
  return { wan: span.wan, start: span.start, end: span.end };
}

function refuseGlued({ start, end, text: figure }: AmountSpan, text: string): void {
  const folded = foldWidth(text);
  const ahead = folded.slice(Math.max(0, start - 20), start);
  const before = GLUED_BEFORE.exec(ahead)?.[0] ?? '';
  const behind = GLUED_BEHIND.exec(folded.slice(end, end + 20))?.[0] ?? '';
  if (before || behind) throw new Refusal('amount.malformed', { text: `${before}${figure}${behind}`.slice(0, 40) });
  if (MINUS.test(ahead)) throw new Refusal('amount.negative', { text: `-${figure}`.slice(0, 30) });
}

function refuseValue(span: AmountSpan, currency: 'CNY' | 'USD'): void {
  const text = span.text.slice(0, 30);
  if (span.malformed) throw new Refusal('amount.malformed', { text });
  if (span.negative) throw new Refusal('amount.negative', { text });
  if (span.tooLarge || compare(span.wan, MOST) > 0) throw new Refusal('amount.too-large', { text });
  if (isZero(span.wan)) throw new Refusal('amount.zero', { text });
  if (span.currency !== currency)
    throw new Refusal('amount.currency', { text, wanted: currency, given: span.currency });
  if (span.maxWan !== undefined) throw new Refusal('amount.range', { text });
  if ((span.wan.split('.')[1]?.length ?? 0) > 6) throw new Refusal('amount.too-fine', { text });
}

const isAbout = ({ start, end, text: figure }: AmountSpan, text: string): boolean =>
  /[多余]/.test(figure) ||
  ABOUT.test(text.slice(Math.max(0, start - 6), start)) ||
  OR_SO.test(text.slice(end, end + 6));

/** The figure with the word beside it that makes it inexact. */
const around = (text: string, { start, end }: AmountSpan): string =>
  text
    .slice(Math.max(0, start - 3), end + 2)
    .trim()
    .slice(0, 30);
