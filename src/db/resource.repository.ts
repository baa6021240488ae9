import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Resource } from '../domain/resource/resource.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Files a helper outside; gives its number. */
export async function insertResource(
  tx: OrgTx,
  resource: Omit<Resource, 'id' | 'keeper' | 'lastWords'>,
): Promise<number> {
  const row = await insertRecord(tx, 'resources', {
    kind: resource.kind,
    name: resource.name,
    region: resource.region,
    about: resource.about,
    mobile: resource.mobile,
    keeper_id: resource.keeperId,
    unit_id: resource.unitId,
    touched_on: resource.touchedOn,
  });
  return row.id;
}

/** Writes down a touch. */
export const touchResource = async (tx: OrgTx, id: number, on: CalendarDate, words: string | null): Promise<void> => {
  await updateRecord(tx, 'resources', id, { touched_on: on, ...(words === null ? {} : { last_words: words }) });
};

/** Gives the contact to another person. */
export const keepResource = async (
  tx: OrgTx,
  id: number,
  keeper: { readonly id: number; readonly unitId: number | null },
): Promise<void> => {
  await updateRecord(tx, 'resources', id, { keeper_id: keeper.id, unit_id: keeper.unitId });
};

/** Takes it off the list. */
export const closeResource = async (tx: OrgTx, id: number): Promise<void> => {
  await updateRecord(tx, 'resources', id, { closed: true }, sql`not closed`);
};

/** Every helper on the list, the longest untouched first; of one keeper when named. */
export const openResources = (tx: OrgTx, keeperId: number | null = null): Promise<readonly Resource[]> =>
  resources(tx, sql`${keeperId}::integer is null or r.keeper_id = ${keeperId}`);

/** The helper of a number; null when there is none on the list. */
export const findResource = async (tx: OrgTx, id: number): Promise<Resource | null> =>
  id > 2_000_000_000 ? null : ((await resources(tx, sql`r.id = ${id}`))[0] ?? null);

/** The same helper as told: by name with the mobile or the place; null when new. */
export const sameResource = async (
  tx: OrgTx,
  { name, mobile, region }: Pick<Resource, 'name' | 'mobile' | 'region'>,
): Promise<Resource | null> =>
  (
    await resources(
      tx,
      sql`r.name = ${name} and (r.mobile is not distinct from ${mobile} or r.region is not distinct from ${region})`,
    )
  )[0] ?? null;

async function resources(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly Resource[]> {
  const { rows } = await sql<Resource>`
    select r.id, r.kind, r.name, r.region, r.about, r.mobile, r.keeper_id as "keeperId", p.name as keeper,
      r.unit_id as "unitId", r.touched_on as "touchedOn", r.last_words as "lastWords"
    from resources r join people p on p.org_id = r.org_id and p.id = r.keeper_id
    where not r.closed and (${condition}) order by r.touched_on, r.id`.execute(tx.sql);
  return rows;
}

/** Where the projects first reported since an instant come from, one entry each. */
export async function regionsOfLeads(tx: OrgTx, since: Date): Promise<readonly (string | null)[]> {
  const rows = await tx.sql
    .selectFrom('projects')
    .select('investor_region')
    .where('first_reported_at', '>=', since)
    .where('adjudication', '<>', 'refused')
    .execute();
  return rows.map(({ investor_region }) => investor_region);
}

/** A landed firm with the day of the last activity that names its project. */
export interface LandedFirm {
  readonly id: number;
  readonly name: string;
  readonly unitId: number | null;
  readonly visitedOn: CalendarDate | null;
  /** Since when it is at its stage. */
  readonly stageOn: CalendarDate;
}

/** Projects under construction or in production, of a unit or of all, with their last visit, the longest unvisited first. */
export async function landedFirms(tx: OrgTx, unitId?: number): Promise<readonly LandedFirm[]> {
  const { rows } = await sql<LandedFirm>`
    select x.id, x.name, x.unit_id as "unitId", x.stage_on as "stageOn",
      (select max(a.to_on) from activities a where a.org_id = x.org_id
        and (x.id = any (a.projects) or x.investor = any (a.companies))) as "visitedOn"
    from projects x where x.org_id = ${tx.orgId} and x.stage in ('开工', '竣工', '投产')
      and (${unitId ?? null}::integer is null or x.unit_id = ${unitId ?? null})
    order by 5 nulls first, x.id`.execute(tx.sql);
  return rows;
}
