import {
  type Claimed,
  claimAbandoned,
  claimDoubt,
  claimMessage,
  externalIds,
  keepProgress,
  settleMessage,
  webhookOf,
} from '../db/delivery.repository.ts';
import type { Outgoing } from '../rendering/outgoing.ts';
import type { Reply } from '../rendering/reply.ts';
import type { Carrier, DeliveryDeps, Failure, Load } from './carrier.ts';
import { settleDoubt } from './doubt.ts';
import { settleFailure } from './failure.ts';
import { forgetWebhook } from './switch-off.ts';

export type { Carrier, DeliveryDeps } from './carrier.ts';

const LANES = 4;

/**
 * Sends everything that may be sent now: answers first, then oldest first, one at a time per chat, a few chats side by
 * side. Each platform has lanes of its own, so that a slow one holds up nobody else. Gives how many went.
 */
export async function deliver(deps: DeliveryDeps): Promise<number> {
  const ready = deps.carriers.filter((carrier) => carrier.ready?.() ?? true);
  return total(await Promise.all(ready.map((carrier) => deliverBy(deps, carrier))));
}

async function deliverBy(deps: DeliveryDeps, carrier: Carrier): Promise<number> {
  if (deps.circuits?.get(carrier.name).isShut) return 0;
  await settleDoubts(deps, carrier);
  const first = await claim(deps, carrier);
  if (!first) return 0;
  const others = Array.from({ length: LANES - 1 }, async () => lane(deps, carrier, await claim(deps, carrier)));
  return total(await Promise.all([lane(deps, carrier, first), ...others]));
}

/** What died under way, and what has waited long enough to be asked about. */
async function settleDoubts(deps: DeliveryDeps, carrier: Carrier): Promise<void> {
  for (const claimed of await claimAbandoned(deps.db, deps.owner, carrier.name)) {
    const load = { claimed, carrier };
    await settleDoubt(deps, load, await parcelOf(deps, load), { error: 'sender died', look: 'first' });
  }
  while (!deps.stopping?.()) {
    const claimed = await claimDoubt(deps.db, deps.owner, carrier.name);
    if (!claimed) break;
    const load = { claimed, carrier };
    await settleDoubt(deps, load, await parcelOf(deps, load), { error: 'no answer', look: 'last' });
  }
}

async function lane(deps: DeliveryDeps, carrier: Carrier, first: Claimed | null): Promise<number> {
  let sent = 0;
  for (let claimed = first; claimed; claimed = await claim(deps, carrier)) {
    if (await sendOne(deps, { claimed, carrier })) sent += 1;
  }
  return sent;
}

/** The next message, if the platform may be called and we are not stopping. */
async function claim(deps: DeliveryDeps, carrier: Carrier): Promise<Claimed | null> {
  const circuit = deps.circuits?.get(carrier.name);
  if (deps.stopping?.() || circuit?.passage() === 'shut') return null;
  const claimed = await claimMessage(deps.db, deps.owner, carrier.name);
  if (!claimed) circuit?.spared();
  return claimed;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

async function parcelOf(deps: DeliveryDeps, { claimed }: Load): Promise<Outgoing> {
  const reply = claimed.body as Reply;
  const people = (reply.mentions ?? []).map((mention) => mention.personId);
  const webhook = claimed.chatKind === 'group' ? await webhookOf(deps.db, claimed) : null;
  const mentions = await externalIds(deps.db, claimed.orgId, claimed.platform, claimed.workspace, people);
  const late = claimed.late || claimed.resent;
  return {
    id: claimed.id,
    orgId: claimed.orgId,
    workspace: claimed.workspace,
    chat: { externalId: claimed.chatExternalId, kind: claimed.chatKind },
    reply: marked(
      deps.seal(reply, { orgId: claimed.orgId, id: claimed.id, at: claimed.createdAt, mentions }),
      claimed.resent,
    ),
    ...(claimed.answerTo ? { answerTo: claimed.answerTo } : {}),
    ...(claimed.personExternalId ? { personExternalId: claimed.personExternalId } : {}),
    ...(webhook ? { webhook } : {}),
    late,
    triedForMs: claimed.triedForMs,
    from: claimed.partsSent,
    ...(claimed.reference ? { reference: claimed.reference } : {}),
  };
}

/** A message sent again after doubt says so, once. */
const marked = <R extends { readonly title: string }>(reply: R, resent: boolean): R =>
  resent && !reply.title.startsWith('【补发】') ? { ...reply, title: `【补发】${reply.title}` } : reply;

async function sendOne(deps: DeliveryDeps, load: Load): Promise<boolean> {
  const { claimed, carrier } = load;
  const circuit = deps.circuits?.get(carrier.name);
  const passed = async (parts: number, reference?: string): Promise<void> => {
    Object.assign(progress, { parts });
    if (!(await keepProgress(deps.db, claimed, deps.owner, parts, reference))) throw new Error('taken over by another');
  };
  const progress = { parts: claimed.partsSent };
  let parcel: Outgoing | undefined;
  try {
    parcel = await parcelOf(deps, load);
    const sent = await carrier.send(parcel, passed);
    circuit?.answered();
    const ours = await settleMessage(deps.db, claimed, deps.owner, { state: 'sent', reference: sent.reference });
    if (ours && sent.webhookGone) await forgetWebhook(deps, load, sent.webhookGone);
    return ours;
  } catch (error) {
    const failure = error as Failure;
    if (failure.kind === 'unreachable' || failure.kind === 'unknown') circuit?.failed();
    else circuit?.answered();
    if (failure.kind === 'unknown' && parcel) {
      await settleDoubt(deps, load, { ...parcel, from: progress.parts }, { error: failure.message, look: 'first' });
    } else await settleFailure(deps, load, failure);
    return false;
  }
}
