import { type RawBuilder, sql } from 'kysely';
import { type Area, area, type Decimal, decimal, sum } from '../domain/money/decimal.ts';
import type { Place, PlaceFacts, PlaceKind, PlaceUse } from '../domain/place/place.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** The columns that something was said about. */
const told = <Columns extends object>(columns: Columns) =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));

/** Files a place; gives its number. */
export async function insertPlace(
  tx: OrgTx,
  facts: PlaceFacts & { readonly name: string; readonly kind: PlaceKind },
): Promise<number> {
  const row = await insertRecord(tx, 'places', {
    name: facts.name,
    kind: facts.kind,
    unit_id: facts.unitId ?? null,
    land_mu: facts.land ?? null,
    plant_m2: facts.plant ?? null,
    price: facts.price ?? null,
    chains: [...(facts.chains ?? [])],
    terms: [...(facts.terms ?? [])],
  });
  return row.id;
}

/** Changes what is told of a place. */
export const changePlace = async (tx: OrgTx, id: number, facts: PlaceFacts): Promise<void> => {
  const columns = {
    name: facts.name,
    kind: facts.kind,
    unit_id: facts.unitId,
    land_mu: facts.land,
    plant_m2: facts.plant,
    price: facts.price,
    chains: facts.chains && [...facts.chains],
    terms: facts.terms && [...facts.terms],
  };
  await updateRecord(tx, 'places', id, told(columns));
};

/** Takes a place off the list; what it was used for stays. */
export const closePlace = async (tx: OrgTx, id: number): Promise<void> => {
  await updateRecord(tx, 'places', id, { closed: true }, sql`not closed`);
};

/** Every place on the list, in the order of parks and townships, then of numbers. */
export const openPlaces = (tx: OrgTx): Promise<readonly Place[]> =>
  places(tx, sql`not p.closed order by u.sort_order nulls last, p.unit_id, p.id`);

/** The place of a number, locked; null when there is none on the list. */
export const lockPlace = async (tx: OrgTx, id: number): Promise<Place | null> =>
  id > 2_000_000_000 ? null : ((await places(tx, sql`p.id = ${id} and not p.closed for update of p`))[0] ?? null);

/** The place of a name; null when there is none on the list. */
export const placeNamed = async (tx: OrgTx, name: string): Promise<Place | null> =>
  (await places(tx, sql`p.name = ${name} and not p.closed`))[0] ?? null;

/** Gives land of a place to a project, or changes how much it has there. */
export async function putUse(
  tx: OrgTx,
  use: {
    readonly placeId: number;
    readonly projectId: number;
    readonly land: Area;
    readonly by: number;
    readonly at: Date;
  },
): Promise<void> {
  const known = await currentUse(tx, use);
  if (known !== null) {
    await updateRecord(tx, 'place_uses', known, { land_mu: use.land });
    return;
  }
  await insertRecord(tx, 'place_uses', {
    place_id: use.placeId,
    project_id: use.projectId,
    land_mu: use.land,
    given_by: use.by,
    given_at: use.at,
  });
}

/** Takes a project off a place; false when it was not there. */
export async function endUse(
  tx: OrgTx,
  use: { readonly placeId: number; readonly projectId: number; readonly at: Date },
): Promise<boolean> {
  const known = await currentUse(tx, use);
  return known !== null && (await updateRecord(tx, 'place_uses', known, { ended_at: use.at })) !== null;
}

async function currentUse(
  tx: OrgTx,
  { placeId, projectId }: { readonly placeId: number; readonly projectId: number },
): Promise<number | null> {
  const row = await tx.sql
    .selectFrom('place_uses')
    .select('id')
    .where('place_id', '=', placeId)
    .where('project_id', '=', projectId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

interface Row {
  id: number;
  name: string;
  kind: PlaceKind;
  unit_id: number | null;
  unit_name: string | null;
  land_mu: Decimal | null;
  plant_m2: number | null;
  price: string | null;
  chains: string[];
  terms: string[];
}

async function places(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly Place[]> {
  const { rows } = await sql<Row>`
    select p.*, u.name as unit_name from places p
    left join units u on u.org_id = p.org_id and u.id = p.unit_id
    where ${condition}`.execute(tx.sql);
  const uses = await usesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const here = uses.get(row.id) ?? [];
    return {
      id: row.id,
      name: row.name,
      kind: row.kind,
      unitId: row.unit_id,
      unitName: row.unit_name,
      land: row.land_mu === null ? null : decimal<Area>(row.land_mu),
      taken: sum(here.map(({ land }) => land)),
      plant: row.plant_m2,
      price: row.price,
      chains: row.chains,
      terms: row.terms,
      uses: here,
    };
  });
}

async function usesOf(tx: OrgTx, ids: readonly number[]): Promise<ReadonlyMap<number, readonly PlaceUse[]>> {
  const uses = new Map<number, PlaceUse[]>();
  if (ids.length === 0) return uses;
  const rows = await tx.sql
    .selectFrom('place_uses as s')
    .innerJoin('projects as x', (join) => join.onRef('x.org_id', '=', 's.org_id').onRef('x.id', '=', 's.project_id'))
    .select(['s.place_id', 's.land_mu', 'x.id', 'x.name'])
    .where('s.place_id', 'in', [...ids])
    .where('s.ended_at', 'is', null)
    .orderBy('s.id')
    .execute();
  for (const row of rows) {
    const use = { projectId: row.id, projectName: row.name, land: area(row.land_mu) };
    uses.set(row.place_id, [...(uses.get(row.place_id) ?? []), use]);
  }
  return uses;
}
