import { findBroadcast, insertBroadcast, insertReceipt, markChased, receiptsOf } from '../db/broadcast.repository.ts';
import { listPeople, listUnits } from '../db/roster.repository.ts';
import { requireReach } from '../domain/org/require.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Broadcast, furthest, type Receipt, type Standing } from '../domain/work/broadcast.ts';
import { unitRecipients } from '../domain/work/recipients.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** A notice with how far each unit has come, in official order. */
export interface BroadcastSight {
  readonly broadcast: Broadcast;
  readonly sender: string;
  readonly standings: readonly Standing[];
}

type By = Pick<Acting, 'actor' | 'now'>;

/** 传达: tells every assessed unit (or the named ones) and asks each for a receipt. */
export async function broadcast(
  tx: OrgTx,
  { actor, now, today }: By & Pick<Acting, 'today'>,
  wish: { readonly text: string; readonly units: readonly number[] },
  ask: Draw<BroadcastSight>,
): Promise<BroadcastSight> {
  requireReach(actor, 'dispatch', null);
  const assessed = (await listUnits(tx))
    .filter((unit) => unit.assessed && (unit.endsOn === null || unit.endsOn >= today))
    .map(({ id }) => id);
  const units = wish.units.length > 0 ? wish.units : assessed;
  if (units.length === 0) throw new Refusal('broadcast.nobody');
  const sent = await insertBroadcast(tx, { text: wish.text, sentBy: actor.personId, sentAt: now, units });
  const sight = await sightOf(tx, sent);
  await tell(tx, now, sight, units, 'sent', ask);
  return sight;
}

/** A notice as it stands: by number, or the latest. Refusal "broadcast.none". */
export async function viewBroadcast(tx: OrgTx, id: number | null): Promise<BroadcastSight> {
  const found = await findBroadcast(tx, id);
  if (!found) throw new Refusal('broadcast.none');
  return sightOf(tx, found);
}

/** A unit's receipt; said before it stands as it is. Refusals "broadcast.none", "broadcast.not-asked". */
export async function receipt(tx: OrgTx, { actor, now }: By, id: number, step: Receipt): Promise<BroadcastSight> {
  const { broadcast: asked } = await viewBroadcast(tx, id);
  const { unitId, personId } = actor;
  if (unitId === null || !asked.units.includes(unitId)) throw new Refusal('broadcast.not-asked');
  await insertReceipt(tx, { broadcastId: id, unitId, step, personId, at: now });
  return viewBroadcast(tx, id);
}

/** Chases the units that have not even read it: once for each notice (Refusal "broadcast.chased"). */
export async function chase(
  tx: OrgTx,
  { actor, now }: By,
  id: number,
  ask: Draw<BroadcastSight>,
): Promise<BroadcastSight> {
  requireReach(actor, 'dispatch', null);
  const sight = await viewBroadcast(tx, id);
  if (!(await markChased(tx, id, now))) throw new Refusal('broadcast.chased');
  const silent = sight.standings.filter(({ step }) => step === null).map(({ unitId }) => unitId);
  await tell(tx, now, sight, silent, 'chased', ask);
  return sight;
}

async function sightOf(tx: OrgTx, one: Broadcast): Promise<BroadcastSight> {
  const units = await listUnits(tx);
  const receipts = await receiptsOf(tx, one.id);
  const people = await listPeople(tx);
  const standings = units
    .filter(({ id }) => one.units.includes(id))
    .map(({ id, name }): Standing => {
      const theirs = receipts.filter(({ unitId }) => unitId === id);
      const step = furthest(theirs.map((each) => each.step));
      return { unitId: id, unit: name, step, person: theirs.find((each) => each.step === step)?.person ?? null };
    });
  return { broadcast: one, sender: people.find(({ id }) => id === one.sentBy)?.name ?? '', standings };
}

async function tell(
  tx: OrgTx,
  now: Date,
  sight: BroadcastSight,
  units: readonly number[],
  what: string,
  ask: Draw<BroadcastSight>,
): Promise<void> {
  const people = await listPeople(tx);
  const told = [...new Set(units.flatMap((unitId) => unitRecipients(unitId, people)))];
  const dedupeKey = `broadcast:${sight.broadcast.id}:${what}`;
  await notifyPeople(tx, told, { class: 'notice', dedupeKey, reply: ask(sight), now });
}
