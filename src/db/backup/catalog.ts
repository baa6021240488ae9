import type { ClientBase } from 'pg';

/** A table of ours as a backup sees it. `walled`: rows belong to an org and are read and written org by org. */
export interface BackupTable {
  readonly name: string;
  readonly walled: boolean;
  readonly columns: readonly string[];
}

/** Every table of ours but the migrator's own, by name; orgs come last, because writing a roster counts up their version. */
export async function backupTables(client: ClientBase): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<BackupTable>(`
    select c.relname as name, c.relrowsecurity as walled,
      array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0 and not attisdropped
        and attgenerated = '' order by attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'kysely\\_%'
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname = 'orgs', c.relname`);
  return rows;
}

/** The migrations that were applied, in order; none in an empty database. */
export async function appliedMigrations(client: ClientBase): Promise<readonly string[]> {
  const { rows: found } = await client.query(`select to_regclass('public.kysely_migration') is not null as there`);
  if (!found[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  return rows.map(({ name }) => name);
}

/** The numbers of the orgs; none where there is no such table. */
export async function orgNumbers(client: ClientBase): Promise<readonly number[]> {
  const { rows: found } = await client.query(`select to_regclass('public.orgs') is not null as there`);
  if (!found[0]?.there) return [];
  const { rows } = await client.query<{ id: number }>('select id from orgs order by id');
  return rows.map(({ id }) => id);
}

/** Where a sequence stands. */
export interface SequenceState {
  readonly name: string;
  /** Decimal text; null: it has given no number yet. */
  readonly last: string | null;
}

/** Every sequence of ours. */
export async function sequenceStates(client: ClientBase): Promise<readonly SequenceState[]> {
  const { rows } = await client.query<SequenceState>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by 1`,
  );
  return rows;
}

/** How many other sessions work in this database. */
export async function otherSessions(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`);
  return rows[0]?.count ?? 0;
}
