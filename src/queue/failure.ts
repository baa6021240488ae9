import { settleMessage } from '../db/delivery.repository.ts';
import { undeliveredCard } from '../rendering/cards/undelivered.card.ts';
import { inOrg } from '../services/transaction.ts';
import { tellUndelivered } from '../services/undelivered.service.ts';
import type { DeliveryDeps, Failure, Load } from './carrier.ts';
import { switchOff } from './switch-off.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A message that our own code cannot send is parked after so many tries. */
const MOST_FAULTS = 5;
/** How long a message is tried while its platform cannot be reached or limits us. An answer is stale sooner than a post. */
const PATIENCE_MS = {
  reply: HOUR_MS,
  update: HOUR_MS,
  notice: 72 * HOUR_MS,
  post: 72 * HOUR_MS,
  escalation: 72 * HOUR_MS,
};

/** The end of an attempt that certainly did not arrive: tried again later, or given up and told to staff. */
export async function settleFailure(deps: DeliveryDeps, load: Load, failure: Failure): Promise<void> {
  const { claimed } = load;
  const error = failure.message.slice(0, 300);
  const fault = failure.kind === undefined;
  const aside = failure.kind === 'waiting';
  if (!aside)
    deps.log.warn(
      {
        outbox: claimed.id,
        platform: claimed.platform,
        kind: failure.kind ?? 'fault',
        attempt: claimed.attempt,
        error,
      },
      'message not sent',
    );
  if (failure.kind === 'gone') return switchOff(deps, load, error);
  const hopeless =
    failure.kind === 'refused' ||
    (fault ? claimed.faults + 1 >= MOST_FAULTS : claimed.triedForMs > PATIENCE_MS[claimed.class]);
  if (hopeless) return giveUp(deps, load, 'failed', error);
  const retryMs = failure.retryAfterMs || Math.min(MINUTE_MS, 1000 * 2 ** Math.min(claimed.attempt, 6));
  await settleMessage(deps.db, claimed, deps.owner, { state: 'pending', error, retryMs, fault, aside });
}

/** Ends a message that people have to look after: staff are told which, where and what to do. An answer is let go. */
export async function giveUp(
  deps: DeliveryDeps,
  { claimed }: Load,
  state: 'failed' | 'held',
  error: string,
): Promise<void> {
  deps.log.error({ outbox: claimed.id, platform: claimed.platform, error }, `message ${state}`);
  const answer = claimed.class === 'reply' || claimed.class === 'update';
  const ours = await settleMessage(deps.db, claimed, deps.owner, { state: answer ? 'dropped' : state, error });
  if (!ours || answer) return;
  await inOrg(deps.db, claimed.orgId, (tx) => tellUndelivered(tx, claimed.id, undeliveredCard, new Date())).catch(
    (fault: unknown) => deps.log.error({ err: fault, outbox: claimed.id }, 'staff could not be told'),
  );
}
