import {
  type Claimed,
  claimAbandoned,
  claimMessage,
  externalIds,
  settleMessage,
  webhookOf,
} from '../db/delivery.repository.ts';
import type { Reply, SealedReply } from '../rendering/reply.ts';
import type { Db } from '../services/transaction.ts';

/** A message as a platform takes it. The same shape as `Outgoing` of the platform contract. */
export interface Parcel {
  readonly id: string;
  readonly orgId: number;
  readonly workspace: string;
  readonly chat: { readonly externalId: string; readonly kind: 'group' | 'direct' };
  readonly reply: SealedReply;
  readonly answerTo?: Readonly<Record<string, string>>;
  readonly personExternalId?: string;
  readonly webhook?: string;
  readonly late: boolean;
}

/** What delivery needs of a platform. */
export interface Carrier {
  readonly name: string;
  send(parcel: Parcel): Promise<{ readonly reference?: string }>;
  /** False: another process has this carrier's connection and sends its parcels. */
  ready?(): boolean;
  /** Sending the same parcel twice shows it once (the outbox id is its key there). */
  readonly sendsOnce?: boolean;
  /** Looks whether a parcel of unknown outcome arrived; absent: the platform cannot tell. */
  find?(parcel: Parcel): Promise<{ readonly reference?: string } | null>;
}

/** What delivery is made of. */
export interface DeliveryDeps {
  readonly db: Db;
  readonly carriers: readonly Carrier[];
  readonly owner: string;
  seal(
    reply: Reply,
    context: { orgId: number; id: string; at: Date; mentions: ReadonlyMap<number, string> },
  ): SealedReply;
  readonly log: { warn(fields: object, message: string): void; error(fields: object, message: string): void };
  /** Asked before each message: true leaves the rest to the next process. */
  readonly stopping?: () => boolean;
}

const MAX_ATTEMPTS = 12;
const LANES = 4;

/**
 * Sends everything that may be sent now: answers first, then oldest first, one at a time per chat, a few chats side by
 * side. Each platform has lanes of its own, so that a slow one holds up nobody else. Gives how many went.
 */
export async function deliver(deps: DeliveryDeps): Promise<number> {
  const counts = await Promise.all(
    deps.carriers.filter((carrier) => carrier.ready?.() ?? true).map((carrier) => deliverBy(deps, carrier)),
  );
  return total(counts);
}

async function deliverBy(deps: DeliveryDeps, { name }: Carrier): Promise<number> {
  for (const abandoned of await claimAbandoned(deps.db, deps.owner, name)) await settleDoubt(deps, abandoned);
  const claim = async () => (deps.stopping?.() ? null : claimMessage(deps.db, deps.owner, name));
  const lane = async (first: Claimed | null): Promise<number> => {
    let sent = 0;
    for (let next = first; next; next = await claim()) if (await sendOne(deps, next)) sent += 1;
    return sent;
  };
  const first = await claim();
  if (!first) return 0;
  const others = Array.from({ length: LANES - 1 }, async () => lane(await claim()));
  return total(await Promise.all([lane(first), ...others]));
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const carrierOf = (deps: DeliveryDeps, claimed: Claimed): Carrier | undefined =>
  deps.carriers.find((carrier) => carrier.name === claimed.platform);

async function parcelOf(deps: DeliveryDeps, claimed: Claimed): Promise<Parcel> {
  const reply = claimed.body as Reply;
  const people = (reply.mentions ?? []).map((mention) => mention.personId);
  const webhook = claimed.chatKind === 'group' ? await webhookOf(deps.db, claimed) : null;
  const mentions = await externalIds(deps.db, claimed.orgId, claimed.platform, claimed.workspace, people);
  return {
    id: claimed.id,
    orgId: claimed.orgId,
    workspace: claimed.workspace,
    chat: { externalId: claimed.chatExternalId, kind: claimed.chatKind },
    reply: deps.seal(reply, { orgId: claimed.orgId, id: claimed.id, at: claimed.createdAt, mentions }),
    ...(claimed.answerTo ? { answerTo: claimed.answerTo } : {}),
    ...(claimed.personExternalId ? { personExternalId: claimed.personExternalId } : {}),
    ...(webhook ? { webhook } : {}),
    late: claimed.late || claimed.resent,
  };
}

async function sendOne(deps: DeliveryDeps, claimed: Claimed): Promise<boolean> {
  try {
    const sent = await carrierOf(deps, claimed)?.send(await parcelOf(deps, claimed));
    return settleMessage(deps.db, claimed, deps.owner, { state: 'sent', reference: sent?.reference });
  } catch (error) {
    await settleFailure(deps, claimed, error as Failure);
    return false;
  }
}

interface Failure {
  readonly kind?: 'limited' | 'refused' | 'unreachable' | 'unknown';
  readonly retryAfterMs?: number;
  readonly message: string;
}

async function settleFailure(deps: DeliveryDeps, claimed: Claimed, failure: Failure): Promise<void> {
  const error = failure.message.slice(0, 300);
  deps.log.warn(
    { outbox: claimed.id, platform: claimed.platform, kind: failure.kind ?? 'fault', attempt: claimed.attempt },
    'message not sent',
  );
  if (failure.kind === 'unknown') return settleDoubt(deps, claimed, error);
  if (failure.kind === 'refused' || claimed.attempt >= MAX_ATTEMPTS) {
    deps.log.error({ outbox: claimed.id, platform: claimed.platform }, 'message given up');
    await settleMessage(deps.db, claimed, deps.owner, { state: 'failed', error });
    return;
  }
  const retryMs = failure.retryAfterMs || Math.min(600_000, 1000 * 2 ** claimed.attempt);
  await settleMessage(deps.db, claimed, deps.owner, { state: 'pending', error, retryMs });
}

/**
 * A message of which nobody knows whether it arrived: looked for where the platform can tell; sent again where that is
 * harmless; an escalation once more, marked; a scheduled post is held for staff; an answer is left.
 */
async function settleDoubt(deps: DeliveryDeps, claimed: Claimed, error = 'sender died'): Promise<void> {
  const carrier = carrierOf(deps, claimed);
  const end = (state: 'sent' | 'pending' | 'held' | 'dropped', resent = false, reference?: string) =>
    settleMessage(deps.db, claimed, deps.owner, {
      state,
      error,
      resent,
      reference,
      ...(state === 'pending' ? { retryMs: 500 } : {}),
    });
  if (carrier?.sendsOnce) return void (await end('pending'));
  if (carrier?.find) {
    const found = await carrier.find(await parcelOf(deps, claimed)).catch(() => undefined);
    if (found) return void (await end('sent', false, found.reference));
    if (found === null) return void (await end('pending', true));
  }
  if (claimed.class === 'escalation' && !claimed.resent) return void (await end('pending', true));
  await end(claimed.class === 'post' ? 'held' : 'dropped');
}
