import type pg from 'pg';

/** Copies every table aside, so that {@link restore} can bring them back. */
export async function setAside(owner: pg.Client): Promise<void> {
  const copies = (await tablesOf(owner)).map(({ name }) => `create table aside.${name} as table public.${name}`);
  await owner.query(`create schema aside; ${copies.join('; ')}`);
}

/** Every table as it was set aside; triggers and foreign keys rest meanwhile. */
export async function restore(owner: pg.Client): Promise<void> {
  const parts = (await tablesOf(owner)).map(
    ({ name, columns }) =>
      `delete from public.${name}; insert into public.${name} (${columns}) overriding system value select ${columns} from aside.${name}`,
  );
  await owner.query(`begin; set local session_replication_role = replica; ${parts.join('; ')}; commit`);
}

async function tablesOf(owner: pg.Client): Promise<readonly { readonly name: string; readonly columns: string }[]> {
  const { rows } = await owner.query<{ name: string; columns: string }>(
    `select t.table_name as name, string_agg(quote_ident(c.column_name), ', ') as columns
     from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
     where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
     group by t.table_name`,
  );
  return rows;
}
