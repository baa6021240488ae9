import pg from 'pg';
import { folderProvider, migrate, migrateTo } from '../migrate.ts';
import { appliedMigrations, backupTables, orgNumbers, otherSessions } from './catalog.ts';
import type { BackupHead, BackupSection } from './dump.ts';

/** Why a backup is not put into a database. Nothing was changed. */
export class NotRestored extends Error {
  readonly reason: 'not-empty' | 'in-use' | 'newer';

  constructor(reason: NotRestored['reason'], data = '') {
    super(`not restored: ${reason} ${data}`.trim());
    this.reason = reason;
  }
}

const MOST_ROWS = 500;
const MOST_CHARACTERS = 4_000_000;

/**
 * Puts the lines of a checked backup into a database, which then holds that and nothing else, migrated to the latest form.
 * Into a database of the same form it is one transaction; else the form of the backup is made first. Throws NotRestored
 * when others work in the database, when it has orgs and `replace` is not said, or when the backup is from a later program.
 */
export async function loadLines(
  url: string,
  head: BackupHead,
  lines: AsyncIterable<string>,
  { replace }: { readonly replace: boolean },
): Promise<{ readonly rows: number }> {
  const known = Object.keys(await folderProvider().getMigrations());
  const unknown = head.migrations.find((name) => !known.includes(name));
  if (unknown) throw new NotRestored('newer', unknown);
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (!(await isAlone(client))) throw new NotRestored('in-use');
    if (!replace && (await orgNumbers(client)).length > 0) throw new NotRestored('not-empty');
    if (`${await appliedMigrations(client)}` !== `${head.migrations}`) {
      await dropEverything(client);
      await migrateTo(url, head.migrations.at(-1) ?? '');
    }
    await client.query('begin');
    const rows = await fill(client, head, lines);
    await client.query('commit');
    await migrate(url);
    return { rows };
  } finally {
    await client.end();
  }
}

/** Whether nobody else works in the database; sessions that are just ending are waited for. */
async function isAlone(client: pg.Client): Promise<boolean> {
  for (let look = 0; look < 10; look += 1) {
    if ((await otherSessions(client)) === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return false;
}

/** Takes away every table, function and domain of ours; extensions stay. */
async function dropEverything(client: pg.Client): Promise<void> {
  await client.query(`do $$ declare one record; begin
    for one in select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace
      and c.relkind = 'r' and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      loop execute format('drop table if exists %s cascade', one.name); end loop;
    for one in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'public'::regnamespace
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop execute format('drop routine if exists %s cascade', one.name); end loop;
    for one in select t.oid::regtype as name from pg_type t where t.typnamespace = 'public'::regnamespace
      and t.typtype = 'd' loop execute format('drop domain if exists %s cascade', one.name); end loop;
  end $$`);
}

/** Replaces the rows of every table, with references checked at the end, and puts the sequences where they stood. */
async function fill(client: pg.Client, head: BackupHead, lines: AsyncIterable<string>): Promise<number> {
  const tables = (await backupTables(client)).map(({ name }) => pg.escapeIdentifier(name));
  const { rows: references } = await client.query<{ tab: string; name: string }>(`
    select conrelid::regclass::text as tab, quote_ident(conname) as name from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable`);
  for (const { tab, name } of references)
    await client.query(`alter table ${tab} alter constraint ${name} deferrable initially deferred`);
  // What counts and the kept figures of its months come from one snapshot: nothing has to be forgotten, row by row.
  const { rows: forgetting } = await client.query<{ tab: string }>(
    `select tgrelid::regclass::text as tab from pg_trigger where tgname = 'forget_months'`,
  );
  for (const { tab } of forgetting) await client.query(`alter table ${tab} disable trigger forget_months`);
  await client.query(`truncate ${tables.join(', ')}`);
  const rows = await insertAll(client, lines);
  await client.query('set constraints all immediate');
  for (const { tab } of forgetting) await client.query(`alter table ${tab} enable trigger forget_months`);
  for (const { tab, name } of references)
    await client.query(`alter table ${tab} alter constraint ${name} not deferrable`);
  for (const { name, last } of head.sequences) {
    if (last !== null)
      await client.query('select setval($1::regclass, $2::bigint)', [`public.${pg.escapeIdentifier(name)}`, last]);
  }
  return rows;
}

async function insertAll(client: pg.Client, lines: AsyncIterable<string>): Promise<number> {
  let section: BackupSection | undefined;
  let waiting: string[] = [];
  let size = 0;
  let rows = 0;
  const flush = async (): Promise<void> => {
    if (section && waiting.length > 0) await insertRows(client, section, waiting);
    rows += waiting.length;
    waiting = [];
    size = 0;
  };
  for await (const line of lines) {
    const body = line.slice(2);
    if (line.startsWith('T ')) {
      await flush();
      section = JSON.parse(body) as BackupSection;
      if (section.org !== null) await client.query(`select set_config('app.org_id', $1, true)`, [String(section.org)]);
    } else if (line.startsWith('R ')) {
      waiting.push(body);
      size += body.length;
      if (waiting.length >= MOST_ROWS || size >= MOST_CHARACTERS) await flush();
    }
  }
  await flush();
  return rows;
}

async function insertRows(
  client: pg.Client,
  { table, columns }: BackupSection,
  rows: readonly string[],
): Promise<void> {
  const name = pg.escapeIdentifier(table);
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  await client.query(
    `insert into ${name} (${names}) overriding system value
      select ${names} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  );
}
