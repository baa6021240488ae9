import type { OrgTx } from '../../org-transaction.ts';

/** A head of a unit (单位负责人). */
export interface Head {
  readonly id: number;
  readonly name: string;
  readonly unitId: number;
}

/** Heads of units who are not disabled. */
export async function headsOfUnits(tx: OrgTx): Promise<readonly Head[]> {
  const rows = await tx.sql
    .selectFrom('people')
    .select(['id', 'name', 'unit_id'])
    .where('role', '=', 'head')
    .where('disabled', '=', false)
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => (row.unit_id === null ? [] : [{ id: row.id, name: row.name, unitId: row.unit_id }]));
}
