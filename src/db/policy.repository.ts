import { type RawBuilder, sql } from 'kysely';
import { type Amount, type Decimal, decimal } from '../domain/money/decimal.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Files a policy; gives its number. */
export async function insertPolicy(
  tx: OrgTx,
  policy: Omit<Policy, 'id' | 'file'> & { readonly fileId: string | null },
): Promise<number> {
  const row = await insertRecord(tx, 'policies', {
    title: policy.title,
    kind: policy.kind,
    gives: policy.gives,
    chains: [...policy.chains],
    types: [...policy.types],
    least_wan: policy.least,
    source: policy.source,
    valid_to: policy.validTo,
    file_id: policy.fileId,
  });
  return row.id;
}

/** Takes a policy off the list; false when it was off before. */
export const closePolicy = async (tx: OrgTx, id: number): Promise<boolean> =>
  (await updateRecord(tx, 'policies', id, { closed: true }, sql`not closed`)) !== null;

/** Every policy on the list, by kind and number. */
export const openPolicies = (tx: OrgTx): Promise<readonly Policy[]> =>
  policies(tx, sql`not p.closed order by p.kind, p.id`);

/** The policy of a number; null when there is none on the list. */
export const findPolicy = async (tx: OrgTx, id: number): Promise<Policy | null> =>
  id > 2_000_000_000 ? null : ((await policies(tx, sql`p.id = ${id} and not p.closed`))[0] ?? null);

/** The policy of a title; null when there is none on the list. */
export const policyTitled = async (tx: OrgTx, title: string): Promise<Policy | null> =>
  (await policies(tx, sql`p.title = ${title} and not p.closed`))[0] ?? null;

type Row = Omit<Policy, 'least'> & { readonly least: Decimal | null };

async function policies(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly Policy[]> {
  const { rows } = await sql<Row>`
    select p.id, p.title, p.kind, p.gives, p.chains, p.types, p.least_wan as least, p.source, p.valid_to as "validTo",
      case when f.id is null then null
        else json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size) end as file
    from policies p left join files f on f.org_id = p.org_id and f.id = p.file_id
    where ${condition}`.execute(tx.sql);
  return rows.map((row) => ({ ...row, least: row.least === null ? null : decimal<Amount>(row.least) }));
}
