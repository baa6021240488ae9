import { readdir } from 'node:fs/promises';
import {
  type Kysely,
  type Migration,
  type MigrationProvider,
  Migrator,
  PostgresDialect,
  Kysely as Query,
  sql,
} from 'kysely';
import pg from 'pg';
import { APP_ROLE } from './database.ts';

/** What a migration run did. */
export interface Migrated {
  readonly applied: readonly string[];
  /** The role that queries must run as; undefined when the connecting user is bound by row-level security anyway. */
  readonly role: string | undefined;
}

/** Every migration file of the folder, by name. */
export function folderProvider(folder: URL = new URL('../../migrations/', import.meta.url)): MigrationProvider {
  return {
    async getMigrations() {
      const names = (await readdir(folder)).filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'));
      const entries = names.map(
        async (name) => [name.replace(/\.[jt]s$/, ''), await import(new URL(name, folder).href)] as const,
      );
      return Object.fromEntries(await Promise.all(entries)) as Record<string, Migration>;
    },
  };
}

/** Brings an empty database to the form it had after this migration ("": leaves it empty). */
export async function migrateTo(url: string, name: string): Promise<void> {
  if (name === '') return;
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5000 });
  pool.on('error', () => undefined);
  const db = new Query<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { error } = await new Migrator({ db, provider: folderProvider() }).migrateTo(name);
    if (error) throw error;
  } finally {
    await db.destroy();
  }
}

/**
 * Brings the database to the latest migration, as its owner; several starters wait for each other. Where that owner is a
 * superuser, the app's own role is made, so that the wall between orgs binds it.
 */
export async function migrate(url: string): Promise<Migrated> {
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5000 });
  pool.on('error', () => undefined);
  const db = new Query<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db, provider: folderProvider() });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) throw error;
    await checkSimilarity(db);
    return { applied: results.map((result) => result.migrationName), role: await appRole(db) };
  } finally {
    await db.destroy();
  }
}

async function appRole(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{
    unbound: boolean;
  }>`select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`.execute(db);
  if (!rows[0]?.unbound) return undefined;
  const role = sql.ref(APP_ROLE);
  await sql`select pg_advisory_lock(7301)`.execute(db);
  try {
    const { rows: known } = await sql`select 1 from pg_roles where rolname = ${APP_ROLE}`.execute(db);
    if (known.length === 0) await sql`create role ${role} nologin`.execute(db);
    await sql`grant usage on schema public to ${role}`.execute(db);
    await sql`grant select, insert, update, delete on all tables in schema public to ${role}`.execute(db);
    await sql`grant usage, select on all sequences in schema public to ${role}`.execute(db);
  } finally {
    await sql`select pg_advisory_unlock(7301)`.execute(db);
  }
  return APP_ROLE;
}

/** Trigram search gives 0 for every Chinese pair when the database's character type is C: said at start, not found out later. */
async function checkSimilarity(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ alike: boolean }>`select similarity('中国科技', '中国科技公司') > 0 as alike`.execute(
    db,
  );
  if (!rows[0]?.alike)
    throw new Error('数据库的字符分类是 C，中文查重无法工作：请用 LC_CTYPE=C.UTF-8（或 zh_CN.UTF-8）重建数据库');
}
