import { type Insertable, type RawBuilder, type Selectable, sql, type Updateable } from 'kysely';
import type { OrgTx } from './org-transaction.ts';
import type { Tables } from './tables.ts';

/** Tables whose rows have (org, id) as key and a version: everything people write. */
export type RecordTable = {
  [Name in keyof Tables]: Tables[Name] extends { id: number; version: unknown } ? Name : never;
}[keyof Tables];

/** What numbers people type: X projects, R tasks, W problems, H activities, L entries. The rest count inside. */
export type CounterKind = 'X' | 'R' | 'W' | 'C' | 'S' | 'H' | 'L' | RecordTable;

/** The next number of a kind in this org: unique, short, never reused. Taken in the same transaction. */
async function nextNumber(tx: OrgTx, kind: CounterKind): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into counters (kind, value) values (${kind}, 1)
    on conflict (org_id, kind) do update set value = counters.value + 1 returning value`.execute(tx.sql);
  return rows[0]?.value ?? 1;
}

/** Inserts a row and notes it as a change. `id` is taken from the counter of `kind` (the table's own when not given). */
export async function insertRecord<Name extends RecordTable>(
  tx: OrgTx,
  table: Name,
  values: Omit<Insertable<Tables[Name]>, 'id' | 'version' | 'org_id'>,
  kind: CounterKind = table,
): Promise<Selectable<Tables[Name]>> {
  const row = Object.entries({ ...values, id: await nextNumber(tx, kind) }).filter(([, value]) => value !== undefined);
  const columns = sql.join(row.map(([name]) => sql.ref(name)));
  const data = sql.join(row.map(([, value]) => sql`${value}`));
  const { rows } = await sql<{ row: Selectable<Tables[Name]>; image: Image }>`
    with written as (insert into ${sql.table(table)} (${columns}) values (${data}) returning *)
    select written.*, to_jsonb(written) as change_image from written`.execute(tx.sql);
  return keep<Name>(tx, table, null, rows[0] as unknown as Written<Name>);
}

/** Inserts many rows of one shape in a few statements and notes each as a change; gives their numbers, in order. */
export async function insertRecords<Name extends RecordTable>(
  tx: OrgTx,
  table: Name,
  rows: readonly Readonly<Record<string, unknown>>[],
  kind: CounterKind = table,
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const first = await nextNumbers(tx, kind, rows.length);
  const numbered = rows.map((row, index): Readonly<Record<string, unknown>> => ({ ...row, id: first + index }));
  const names = [...new Set(numbered.flatMap((row) => Object.keys(row)))];
  const columns = sql.join(names.map((name) => sql.ref(name)));
  for (let at = 0; at < numbered.length; at += 500) {
    const { rows: written } = await sql<{ change_image: Image & { id: number } }>`
      with written as (insert into ${sql.table(table)} (${columns})
        select ${columns} from jsonb_populate_recordset(null::${sql.table(table)},
          ${JSON.stringify(numbered.slice(at, at + 500))}::jsonb) returning *)
      select to_jsonb(written) as change_image from written`.execute(tx.sql);
    for (const { change_image } of written)
      tx.changes.push({ table, id: change_image.id, before: null, after: change_image });
  }
  return numbered.map((_, index) => first + index);
}

/** The first of so many consecutive numbers of a kind. */
async function nextNumbers(tx: OrgTx, kind: CounterKind, count: number): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into counters (kind, value) values (${kind}, ${count})
    on conflict (org_id, kind) do update set value = counters.value + ${count} returning value`.execute(tx.sql);
  return (rows[0]?.value ?? count) - count + 1;
}

/**
 * Changes one row and notes it. `where` narrows the change to a legal state ("still unclaimed", a version): null when no
 * row was changed because somebody was first, so that the caller can reload and answer with what is.
 */
export async function updateRecord<Name extends RecordTable>(
  tx: OrgTx,
  table: Name,
  id: number,
  patch: Omit<Updateable<Tables[Name]>, 'id' | 'version' | 'org_id'>,
  where: RawBuilder<unknown> = sql`true`,
): Promise<Selectable<Tables[Name]> | null> {
  const set = Object.entries(patch).filter(([, value]) => value !== undefined);
  const assignments = sql.join([
    ...set.map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql`version = target.version + 1`,
  ]);
  const { rows } = await sql<Written<Name> & { change_before: Image }>`
    with before as (select * from ${sql.table(table)} as target where id = ${id} and ${where} for update)
    update ${sql.table(table)} as target set ${assignments} from before
    where target.org_id = before.org_id and target.id = before.id
    returning target.*, to_jsonb(target) as change_image, to_jsonb(before) as change_before`.execute(tx.sql);
  const [written] = rows;
  if (!written) return null;
  const { change_before, ...rest } = written;
  return keep<Name>(tx, table, change_before, rest as unknown as Written<Name>);
}

/**
 * Changes many rows in a few statements and notes each as a change: rows with the same columns go together. Rows that are
 * gone are passed over.
 */
export async function updateRecords<Name extends RecordTable>(
  tx: OrgTx,
  table: Name,
  patches: readonly { readonly id: number; readonly patch: Readonly<Record<string, unknown>> }[],
): Promise<void> {
  const groups = new Map<string, Readonly<Record<string, unknown>>[]>();
  for (const { id, patch } of patches) {
    const row = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const shape = Object.keys(row).sort().join();
    if (shape) groups.set(shape, [...(groups.get(shape) ?? []), { ...row, id }]);
  }
  for (const [shape, rows] of groups)
    for (let at = 0; at < rows.length; at += 500)
      await updateAlike(tx, table, shape.split(','), rows.slice(at, at + 500));
}

async function updateAlike(
  tx: OrgTx,
  table: RecordTable,
  names: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const target = sql.table(table);
  const assignments = sql.join([
    ...names.map((name) => sql`${sql.ref(name)} = patch.${sql.ref(name)}`),
    sql`version = target.version + 1`,
  ]);
  const { rows: written } = await sql<{ before: Image; after: Image & { id: number } }>`
    with patch as (select * from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::jsonb)),
      before as (select former.* from ${target} as former join patch on patch.id = former.id for update of former)
    update ${target} as target set ${assignments} from before, patch
    where target.org_id = before.org_id and target.id = before.id and patch.id = target.id
    returning to_jsonb(target) as after, to_jsonb(before) as before`.execute(tx.sql);
  for (const { before, after } of written) tx.changes.push({ table, id: after.id, before, after });
}

type Image = Record<string, unknown>;
type Written<Name extends RecordTable> = Selectable<Tables[Name]> & { change_image: Image; id: number };

function keep<Name extends RecordTable>(
  tx: OrgTx,
  table: Name,
  before: Image | null,
  written: Written<Name>,
): Selectable<Tables[Name]> {
  const { change_image, ...row } = written;
  tx.changes.push({ table, id: written.id, before, after: change_image });
  return row as unknown as Selectable<Tables[Name]>;
}
