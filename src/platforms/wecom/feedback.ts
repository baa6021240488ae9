import type { Incoming } from '../../commands/incoming.ts';
import type { Host } from '../platform.ts';
import { NAME } from './limits.ts';
import type { BotEvent } from './parse-bot.ts';

const VERDICTS: Readonly<Record<number, string>> = { 1: '好', 2: '差', 3: '收回' };
/** WeCom's reasons by number, in the words of 点评. */
const REASONS: Readonly<Record<number, string>> = { 1: '答非所问', 2: '内容不全', 3: '内容有误', 4: '数字不对' };

/**
 * Somebody rated an answer by its thumbs: the same as saying 点评, without an answer to that. What people wrote is not
 * logged. Rejects when it could not be committed.
 */
export async function takeRating(host: Host, workspace: string, event: BotEvent): Promise<void> {
  const { rating, user, id } = event;
  const verdict = rating && VERDICTS[rating.type];
  if (!rating || !verdict || !user) return;
  const reasons = rating.reasons.flatMap((reason) => REASONS[reason] ?? []);
  const answer = rating.id.replace(/^trace_/, '');
  host.log.info({ answer, verdict: rating.type, reasons: rating.reasons }, 'wecom: an answer was rated');
  const words = rating.words.replace(/\s+/g, ' ').slice(0, 300);
  const said = ['点评', verdict, reasons.join('、'), words, `【答复 ${answer}】`].filter(Boolean).join(' ');
  const incoming: Incoming = {
    ...{ platform: NAME, workspace, source: 'rating', key: id || `${answer}:${rating.type}`, text: said },
    ...{ chat: { externalId: user, kind: 'direct' }, sender: { externalId: user.toLowerCase() }, answer: 'return' },
  };
  await host.accept(incoming);
}
