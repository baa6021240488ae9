import pg from 'pg';
import {
  appliedMigrations,
  type BackupTable,
  backupTables,
  orgNumbers,
  type SequenceState,
  sequenceStates,
} from './catalog.ts';

/** The first line of a backup: what it is and what it needs. */
export interface BackupHead {
  readonly format: 'xiaozhao-backup';
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly migrations: readonly string[];
  readonly sequences: readonly SequenceState[];
  /** The key of buttons and login links, where the data folder holds it. */
  readonly secret: string | null;
}

/** What stands before the rows of a table (of one org). */
export interface BackupSection {
  readonly table: string;
  readonly org: number | null;
  readonly columns: readonly string[];
}

/** Rows fetched at once; kept files are large. */
const FETCHED = 500;
const FETCHED_FILES = 10;

/**
 * The lines of a backup, each with its newline: `H` the head, `T` a section, `R` a row as the database writes it in JSON
 * (exact: numbers are never read here). All on one snapshot, while others go on writing.
 */
export async function* dumpLines(url: string, made: Pick<BackupHead, 'at' | 'secret'>): AsyncGenerator<string> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const head: BackupHead = {
      format: 'xiaozhao-backup',
      version: 1,
      at: made.at,
      migrations: await appliedMigrations(client),
      sequences: await sequenceStates(client),
      secret: made.secret,
    };
    yield `H ${JSON.stringify(head)}\n`;
    const orgs = await orgNumbers(client);
    for (const table of await backupTables(client)) {
      for (const org of table.walled ? orgs : [null]) yield* tableLines(client, table, org);
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function* tableLines(client: pg.Client, table: BackupTable, org: number | null): AsyncGenerator<string> {
  const { name, columns } = table;
  const section: BackupSection = { table: name, org, columns };
  yield `T ${JSON.stringify(section)}\n`;
  const quoted = pg.escapeIdentifier(name);
  if (org !== null) await client.query(`select set_config('app.org_id', $1, true)`, [String(org)]);
  await client.query(
    `declare rows no scroll cursor for select to_jsonb(t)::text as row from ${quoted} t ${org === null ? '' : `where org_id = ${org}`}`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(
      `fetch ${name === 'files' ? FETCHED_FILES : FETCHED} from rows`,
    );
    if (rows.length === 0) break;
    yield rows.map(({ row }) => `R ${row}\n`).join('');
  }
  await client.query('close rows');
}
