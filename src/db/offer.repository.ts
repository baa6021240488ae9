import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Amount, type Decimal, decimal } from '../domain/money/decimal.ts';
import type { Offer, Pitch } from '../domain/offer/offer.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Files a packaged project; gives its number. */
export async function insertOffer(tx: OrgTx, offer: Omit<Offer, 'id' | 'unitName' | 'pitches'>): Promise<number> {
  const row = await insertRecord(tx, 'offers', {
    name: offer.name,
    chain: offer.chain,
    sought_wan: offer.sought,
    site: offer.site,
    contact: offer.contact,
    summary: offer.summary,
    unit_id: offer.unitId,
  });
  return row.id;
}

/** Keeps whom it was offered to; said again with a lead, the lead is added. False when that was known. */
export async function putPitch(
  tx: OrgTx,
  pitch: {
    readonly offerId: number;
    readonly company: string;
    readonly on: CalendarDate;
    readonly by: number;
    readonly projectId: number | null;
  },
): Promise<boolean> {
  const { offerId: offer_id, company, on: pitched_on, by: pitched_by, projectId: project_id } = pitch;
  const known = await tx.sql
    .selectFrom('offer_pitches')
    .select(['id', 'project_id'])
    .where('offer_id', '=', offer_id)
    .where('company', '=', company)
    .executeTakeFirst();
  if (!known) {
    await insertRecord(tx, 'offer_pitches', { offer_id, company, pitched_on, pitched_by, project_id });
    return true;
  }
  if (project_id === null || known.project_id === project_id) return false;
  return (await updateRecord(tx, 'offer_pitches', known.id, { project_id })) !== null;
}

/** Takes a packaged project off the list. */
export const closeOffer = async (tx: OrgTx, id: number): Promise<void> => {
  await updateRecord(tx, 'offers', id, { closed: true }, sql`not closed`);
};

/** Every packaged project on the list, the largest first. */
export const openOffers = (tx: OrgTx): Promise<readonly Offer[]> =>
  offers(tx, sql`not o.closed order by o.sought_wan desc nulls last, o.id`);

/** The packaged project of a number; null when there is none on the list. */
export const findOffer = async (tx: OrgTx, id: number): Promise<Offer | null> =>
  id > 2_000_000_000 ? null : ((await offers(tx, sql`o.id = ${id} and not o.closed`))[0] ?? null);

/** The packaged project of a name; null when there is none on the list. */
export const offerNamed = async (tx: OrgTx, name: string): Promise<Offer | null> =>
  (await offers(tx, sql`o.name = ${name} and not o.closed`))[0] ?? null;

async function offers(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly Offer[]> {
  const { rows } = await sql<Omit<Offer, 'sought' | 'pitches'> & { readonly sought: Decimal | null }>`
    select o.id, o.name, o.chain, o.sought_wan as sought, o.site, o.contact, o.summary, o.unit_id as "unitId",
      u.name as "unitName"
    from offers o left join units u on u.org_id = o.org_id and u.id = o.unit_id
    where ${condition}`.execute(tx.sql);
  const pitches = await pitchesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    sought: row.sought === null ? null : decimal<Amount>(row.sought),
    pitches: pitches.filter(({ offerId }) => offerId === row.id),
  }));
}

async function pitchesOf(
  tx: OrgTx,
  ids: readonly number[],
): Promise<readonly (Pitch & { readonly offerId: number })[]> {
  if (ids.length === 0) return [];
  return tx.sql
    .selectFrom('offer_pitches')
    .select(['offer_id as offerId', 'company', 'pitched_on as on', 'project_id as projectId'])
    .where('offer_id', 'in', [...ids])
    .orderBy('id')
    .execute();
}
