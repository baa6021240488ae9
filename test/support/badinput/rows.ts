import type pg from 'pg';

/** Every business row of all orgs by table and number. */
export type Rows = ReadonlyMap<string, Row>;

/** A row as JSON. */
export type Row = Readonly<Record<string, unknown>>;

/** What differs between two looks: rows that came, changed or went. */
export interface Difference {
  readonly table: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Deliveries, questions, sessions, leases and files are the line's own; everything else is business. */
const OF_THE_LINE = new Set([
  ...[
    'inbox',
    'leases',
    'outbox',
    'audit',
    'pending',
    'messages',
    'files',
    'sessions',
    'login_links',
    'counters',
    'ticks',
    'handovers',
    'kept_values',
  ],
  ...['post_ledger', 'kysely_migration', 'kysely_migration_lock'],
]);

/** Looks at every business row. */
export async function lookAtRows(owner: pg.Client): Promise<Rows> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const queries = tables
    .filter(({ name }) => !OF_THE_LINE.has(name))
    .map(({ name }) => `select '${name}' as name, to_jsonb(t) as data from ${name} t`);
  const { rows } = await owner.query<{ name: string; data: Row }>(queries.join(' union all '));
  return new Map(
    rows.map(({ name, data }) => [
      'id' in data ? `${name} ${String(data.org_id ?? '')} ${String(data.id)}` : `${name} ${JSON.stringify(data)}`,
      data,
    ]),
  );
}

/** What came, changed and went. A chat or workspace that was seen for the first time is no business. */
export function differences(before: Rows, after: Rows): readonly Difference[] {
  const found: Difference[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    const table = key.split(' ')[0] ?? '';
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    if (was === null && (table === 'chats' || table === 'workspaces')) continue;
    found.push({ table, before: was, after: is });
  }
  return found;
}
