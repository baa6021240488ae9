import type { Log } from '../platform.ts';
import type { BotEvent } from './parse-bot.ts';

const RATINGS: Readonly<Record<number, string>> = { 1: 'accurate', 2: 'inaccurate', 3: 'withdrawn' };
const REASONS: Readonly<Record<number, string>> = {
  1: 'off the question',
  2: 'incomplete',
  3: 'wrong',
  4: 'bad figures',
};

/** Somebody rated an answer: logged with the answer's outbox id; a bad rating stands out. What people wrote is not logged. */
export function noteRating(log: Log, { rating }: BotEvent): void {
  if (!rating) return;
  const fields = {
    answer: rating.id.replace(/^trace_/, ''),
    rating: RATINGS[rating.type] ?? rating.type,
    ...(rating.reasons.length > 0 ? { reasons: rating.reasons.map((reason) => REASONS[reason] ?? reason) } : {}),
  };
  if (rating.type === 2) log.warn(fields, 'wecom: an answer was found wanting');
  else log.info(fields, 'wecom: an answer was rated');
}
