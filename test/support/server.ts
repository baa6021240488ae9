import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/db/embedded/server.ts';
import { migrate } from '../../src/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's URL of the one server of this test run; its database "template" is migrated. */
    serverUrl: string;
  }
}

/** One real PostgreSQL for the whole test run, with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(mkdtempSync(join(tmpdir(), 'xiaozhao-')), '小招 测试');
  chmodSync(dirname(folder), 0o711);
  const server = await startEmbedded(folder);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.query('create database template');
  await client.end();
  await migrate(server.url.replace(/postgres$/, 'template'));
  project.provide('serverUrl', server.url);
  return async () => {
    await server.release();
    await rm(dirname(folder), { recursive: true, force: true });
  };
}
