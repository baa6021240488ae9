import { closeOffer, findOffer, insertOffer, offerNamed, openOffers, putPitch } from '../db/offer.repository.ts';
import type { Offer } from '../domain/offer/offer.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** A packaged project with whether this call wrote. */
export interface Offered {
  readonly offer: Offer;
  readonly changed: boolean;
}

const LONGEST = 60;

/** 储备: every packaged project on the list. */
export const listOffers = (tx: OrgTx): Promise<readonly Offer[]> => openOffers(tx);

/** A packaged project by its number. Refusal "offer.none". */
export async function loadOffer(tx: OrgTx, id: number): Promise<Offer> {
  const offer = await findOffer(tx, id);
  if (!offer) throw new Refusal('offer.none', { offer: id });
  return offer;
}

/** 储备 新增, by a unit for itself or by staff. A name that is on the list answers with what is. Refusals "offer.unread", "access.not-yours". */
export async function addOffer(
  tx: OrgTx,
  { actor }: Acting,
  told: Omit<Offer, 'id' | 'unitId' | 'unitName' | 'pitches'>,
): Promise<Offered> {
  requireReach(actor, 'report', actor.unitId);
  if (!told.name || told.name.length > LONGEST || told.sought === null) throw new Refusal('offer.unread');
  const known = await offerNamed(tx, told.name);
  if (known) return { offer: known, changed: false };
  const id = await insertOffer(tx, { ...told, unitId: actor.unitId });
  return { offer: await loadOffer(tx, id), changed: true };
}

/**
 * 储备 推介: offered to a company today; with a project, the lead that came of it. Anybody who reports may offer it, whoever
 * packaged it. Refusals "offer.none", "offer.company", "access.not-yours".
 */
export async function pitch(
  tx: OrgTx,
  { actor, today }: Acting,
  id: number,
  said: { readonly company: string; readonly project: Project | null },
): Promise<Offered> {
  requireReach(actor, 'report', actor.unitId);
  await loadOffer(tx, id);
  const company = said.company || said.project?.investor || '';
  if (company.length < 2 || company.length > LONGEST) throw new Refusal('offer.company', { offer: id });
  const projectId = said.project?.id ?? null;
  const changed = await putPitch(tx, { offerId: id, company, on: today, by: actor.personId, projectId });
  return { offer: await loadOffer(tx, id), changed };
}

/** 储备 停用: off the list. */
export async function retireOffer(tx: OrgTx, { actor }: Acting, id: number): Promise<Offer> {
  const offer = await loadOffer(tx, id);
  requireReach(actor, 'report', offer.unitId);
  await closeOffer(tx, id);
  return offer;
}
