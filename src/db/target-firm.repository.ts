import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { FirmState, TargetFirm } from '../domain/target-firm/target-firm.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Files a firm; gives its number. */
export async function insertFirm(
  tx: OrgTx,
  firm: Pick<TargetFirm, 'name' | 'ranks' | 'chain' | 'node' | 'region' | 'unitId'> & { readonly keeperId: number },
): Promise<number> {
  const row = await insertRecord(tx, 'target_firms', {
    name: firm.name,
    ranks: [...firm.ranks],
    chain: firm.chain,
    node: firm.node,
    region: firm.region,
    unit_id: firm.unitId,
    keeper_id: firm.keeperId,
  });
  return row.id;
}

/** Writes down how far it has come. */
export const moveFirm = async (
  tx: OrgTx,
  id: number,
  step: {
    readonly state: FirmState;
    readonly on: CalendarDate;
    readonly words: string | null;
    readonly projectId: number | null;
  },
): Promise<void> => {
  await updateRecord(tx, 'target_firms', id, {
    state: step.state,
    touched_on: step.on,
    ...(step.words === null ? {} : { last_words: step.words }),
    ...(step.projectId === null ? {} : { project_id: step.projectId }),
  });
};

/** Writes down its plan (一企一策). */
export const planFirm = async (tx: OrgTx, id: number, plan: string): Promise<void> => {
  await updateRecord(tx, 'target_firms', id, { plan });
};

/** Gives the knocking to another person. */
export const giveFirm = async (
  tx: OrgTx,
  id: number,
  to: { readonly id: number; readonly unitId: number | null },
): Promise<void> => {
  await updateRecord(tx, 'target_firms', id, { keeper_id: to.id, unit_id: to.unitId });
};

/** Every firm that is not given up, by chain and node; those of a chain when it is named. */
export const targetFirms = (tx: OrgTx, chain: string | null = null): Promise<readonly TargetFirm[]> =>
  firms(tx, sql`${chain}::text is null or f.chain = ${chain} order by f.chain nulls last, f.node nulls last, f.id`);

/** The firm of a number, locked; null when the org has none. */
export const lockFirm = async (tx: OrgTx, id: number): Promise<TargetFirm | null> =>
  id > 2_000_000_000 ? null : ((await firms(tx, sql`f.id = ${id} for update of f`))[0] ?? null);

/** The firm whose name a text holds, or that holds it; null when there is none. */
export const firmNamed = async (tx: OrgTx, name: string): Promise<TargetFirm | null> =>
  (
    await firms(
      tx,
      sql`f.name = ${name} or position(f.name in ${name}) > 0 or position(${name} in f.name) > 0
        order by f.name = ${name} desc, f.id limit 1`,
    )
  )[0] ?? null;

async function firms(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly TargetFirm[]> {
  const { rows } = await sql<TargetFirm>`
    select f.id, f.name, f.ranks, f.chain, f.node, f.region, f.unit_id as "unitId", u.name as "unitName",
      p.name as keeper, f.state, f.touched_on as "touchedOn", f.last_words as "lastWords", f.plan,
      f.project_id as "projectId"
    from target_firms f join people p on p.org_id = f.org_id and p.id = f.keeper_id
    left join units u on u.org_id = f.org_id and u.id = f.unit_id
    where ${condition}`.execute(tx.sql);
  return rows;
}
