import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Db } from './org-transaction.ts';
import type { Tables } from './tables.ts';

/** The role our queries run as: it owns nothing and cannot pass the wall between orgs. */
export const APP_ROLE = 'xiaozhao_app';

const DATE = 1082;
pg.types.setTypeParser(DATE, (text) => text);

/** An open database. */
export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** How a connection is made. */
export interface ConnectionOptions {
  readonly url: string;
  /** Work as this role (row-level security does not bind superusers). */
  readonly role?: string;
  readonly maxConnections?: number;
  /** What is committed may be lost when the machine goes down: for what only passes through. No commit waits for the disk. */
  readonly passing?: true;
  readonly onError?: (error: Error) => void;
}

/** Opens a pool. Dates come back as text, numeric and bigint as text. */
export function openDatabase({ url, role, maxConnections = 10, passing, onError }: ConnectionOptions): Database {
  const settings = [
    'statement_timeout=15000',
    'lock_timeout=3000',
    'idle_in_transaction_session_timeout=30000',
    ...(role ? [`role=${role}`] : []),
    ...(passing ? ['synchronous_commit=off'] : []),
  ];
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 3000,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
  });
  let closing = false;
  // A connection that we are closing and the server closes first is not lost.
  pool.on('error', (error) => {
    if (!closing) onError?.(error);
  });
  // A connection that is lost in the middle of a transaction tells nobody else, and an error nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = (): Promise<void> => {
    closing = true;
    return db.destroy();
  };
  return { db, pool, close };
}
