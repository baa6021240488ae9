import pg from 'pg';
import { inject } from 'vitest';
import { APP_ROLE, type Database, openDatabase } from '../../src/db/database.ts';

let open: Promise<Database> | undefined;

/** The database of this test worker: a clone of the migrated template, real PostgreSQL, bound by the wall between orgs. */
export function testDatabase(): Promise<Database> {
  open ??= clone().then((url) => openDatabase({ url, role: APP_ROLE, maxConnections: 8 }));
  return open;
}

/** The URL of a fresh database of its own, for tests that start whole processes. Migrated when `from` is the template. */
export async function clone(from: 'template' | 'template0' = 'template'): Promise<string> {
  const url = inject('serverUrl');
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('select pg_advisory_lock(42)');
  await client.query(`create database ${name} template ${from}`);
  await client.query('select pg_advisory_unlock(42)');
  await client.end();
  return url.replace(/postgres$/, name);
}
