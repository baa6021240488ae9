import { settleMessage } from '../db/delivery.repository.ts';
import type { Outgoing } from '../rendering/outgoing.ts';
import type { DeliveryDeps, Load } from './carrier.ts';
import { giveUp } from './failure.ts';

/** A lost request can still surface so long after its timeout; an answer is not worth waiting that long. */
const SURFACES_MS = 120_000;
const REPLY_WAITS_MS = 45_000;
/** The same bytes are told apart from new ones for four hours; we stop well before. */
const SAFE_AGAIN_MS = 3 * 3_600_000;

/** A message found again and again is there. */
const MOST_ATTEMPTS = 60;

interface Doubt {
  readonly error: string;
  /** first: right after the attempt; last: nothing can surface any more. */
  readonly look: 'first' | 'last';
}

/**
 * A message of which nobody knows whether it arrived. Sent again where that is harmless; looked for where the platform can
 * tell, at once and again when nothing can surface any more, and only then sent again, marked; an escalation once more,
 * marked; a scheduled post is held for staff; an answer is left.
 */
export async function settleDoubt(deps: DeliveryDeps, load: Load, parcel: Outgoing, doubt: Doubt): Promise<void> {
  const { claimed, carrier } = load;
  const { error } = doubt;
  const end = (
    state: 'sent' | 'pending' | 'unknown' | 'dropped',
    more: {
      readonly resent?: boolean;
      readonly retryMs?: number;
      readonly partsSent?: number;
      readonly reference?: string;
    } = {},
  ) => settleMessage(deps.db, claimed, deps.owner, { state, error, ...more });
  if (carrier.sendsOnce?.(parcel) && claimed.triedForMs < SAFE_AGAIN_MS)
    return void (await end('pending', { retryMs: 500 }));
  if (carrier.find) {
    const found = await carrier.find(parcel).catch(() => undefined);
    const retryMs = claimed.class === 'reply' ? REPLY_WAITS_MS : SURFACES_MS;
    // Its next part, if there is one, is sent from where it stopped; a message that is whole by now sends nothing more.
    if (found && claimed.attempt > MOST_ATTEMPTS) return void (await end('sent', found));
    if (found) return void (await end('pending', { partsSent: (parcel.from ?? 0) + 1, ...found }));
    if (doubt.look === 'first') return void (await end('unknown', { retryMs }));
    if (found === null && !claimed.resent) return void (await end('pending', { resent: true }));
  }
  if (claimed.class === 'escalation' && !claimed.resent)
    return void (await end('pending', { resent: true, retryMs: 500 }));
  if (claimed.class === 'post') return giveUp(deps, load, 'held', error);
  await end('dropped');
}
