import { sql } from 'kysely';
import { toJson } from './json-column.ts';
import type { Db, OrgTx } from './org-transaction.ts';

/** How a handover stands after something was laid down: fetched; waiting for so many milliseconds; closed: nobody comes for it. */
export type Laid = 'fetched' | 'closed' | { readonly waitsMs: number };

/** What whoever comes for it finds: what was laid down; nothing yet, so many milliseconds after somebody first came; closed. */
export type Found = { readonly body: unknown } | { readonly opensMs: number } | 'closed';

/** A place where one process lays what another one fetches, as often as it comes. The database's clock decides. */
export interface Handover {
  /** Lays something down; the first one stays. */
  lay(body: unknown): Promise<void>;
  /** How it stands with what was laid down. */
  stands(): Promise<Laid>;
  fetch(): Promise<Found>;
  /** Closes it for good unless it was fetched: false then. */
  close(): Promise<boolean>;
}

interface Row {
  readonly body: unknown;
  readonly fetched: boolean;
  readonly closed: boolean;
  readonly opensMs: number;
  readonly waitsMs: number;
}

const STATE = sql`body, fetched_at is not null as fetched, closed,
  (extract(epoch from now() - opened_at) * 1000)::float8 as "opensMs",
  (extract(epoch from now() - coalesce(laid_at, now())) * 1000)::float8 as "waitsMs"`;

/** The place of this name. */
export const handoverOf = (db: Db, key: string): Handover => ({
  lay: async (body) => {
    await sql`
      insert into handovers as known (key, body, laid_at) values (${key}, ${toJson(body)}::jsonb, now())
      on conflict (key) do update set body = coalesce(known.body, excluded.body), laid_at = coalesce(known.laid_at, now())
      where not known.closed`.execute(db);
  },
  stands: async () => {
    const { rows } = await sql<Row>`select ${STATE} from handovers where key = ${key}`.execute(db);
    const [row] = rows;
    if (!row || row.closed) return 'closed';
    return row.fetched ? 'fetched' : { waitsMs: row.waitsMs };
  },
  fetch: async () => {
    const known = await sql<Row>`select ${STATE} from handovers where key = ${key}`.execute(db);
    const [seen] = known.rows;
    // Most come before there is anything: they need no write.
    if (seen && !seen.closed && seen.body === null) return { opensMs: seen.opensMs };
    const { rows } = await sql<Row>`
      insert into handovers as known (key) values (${key})
      on conflict (key) do update set fetched_at =
        case when known.body is not null and not known.closed then coalesce(known.fetched_at, now()) end
      returning ${STATE}`.execute(db);
    const [row] = rows;
    if (!row || row.closed) return 'closed';
    return row.body === null ? { opensMs: row.opensMs } : { body: row.body };
  },
  close: async () => {
    const { numAffectedRows } = await sql`
      insert into handovers as known (key, closed) values (${key}, true)
      on conflict (key) do update set closed = true, body = null where known.fetched_at is null`.execute(db);
    return numAffectedRows === 1n;
  },
});

/** Forgets places opened before an instant. */
export async function forgetHandovers(tx: OrgTx, before: Date): Promise<void> {
  await sql`delete from handovers where opened_at < ${before}`.execute(tx.sql);
}
