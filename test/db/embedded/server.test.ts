import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { withLock } from '../../../src/db/embedded/clients.ts';
import { startEmbedded } from '../../../src/db/embedded/server.ts';
import { reachableFolder, serverUser } from '../../../src/db/embedded/server-user.ts';

const folderOf = (): string => {
  const parent = mkdtempSync(join(tmpdir(), 'xiaozhao-'));
  chmodSync(parent, 0o711);
  return join(parent, '数据 目录');
};

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return Object.values(rows[0] ?? {})[0];
}

const pidFile = (folder: string): string => {
  const home = join(folder, 'postgres', 'data', 'postmaster.pid');
  return home;
};

test('two starts at once join one server; it stops with the last; what was written is there again', async () => {
  const folder = folderOf();
  const [one, two] = await Promise.all([startEmbedded(folder), startEmbedded(folder)]);
  expect(one.url).toBe(two.url);
  await ask(one.url, 'create table kept as select 7 as seven');
  await one.release();
  await expect(ask(one.url, 'select 1')).rejects.toThrow();
  const again = await startEmbedded(folder);
  expect(await ask(again.url, 'select seven from kept')).toBe(7);
  await again.release();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

test('a server left behind by a killed process is adopted; one that was killed itself recovers', async () => {
  const folder = folderOf();
  const first = await startEmbedded(folder);
  await rm(join(folder, 'clients'), { recursive: true, force: true });
  const adopted = await startEmbedded(folder);
  expect(adopted.url).toBe(first.url);
  await ask(adopted.url, 'create table kept as select 8 as eight');
  const [pid] = (await readFile(pidFile(folder), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const recovered = await startEmbedded(folder);
  expect(await ask(recovered.url, 'select eight from kept')).toBe(8);
  await recovered.release();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

test('a data folder that was deleted begins anew, also where its database stands elsewhere because we are root', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'xiaozhao-')), 'data');
  const first = await startEmbedded(folder);
  await ask(first.url, 'create table kept as select 7 as seven');
  await first.release();
  await rm(folder, { recursive: true });
  const second = await startEmbedded(folder);
  expect(await ask(second.url, `select to_regclass('kept')`)).toBeNull();
  await second.release();
  await rm(folder, { recursive: true });
  const elsewhere = reachableFolder(join(folder, 'postgres'), serverUser());
  if (!elsewhere.startsWith(folder)) await rm(elsewhere, { recursive: true, force: true });
});

test('a pid file whose number another program has now is put aside', async () => {
  const folder = folderOf();
  await (await startEmbedded(folder)).release();
  const other = spawn('sleep', ['30']);
  await writeFile(pidFile(folder), `${other.pid}\n${join(folder, 'postgres', 'data')}\n0\n1\n\n127.0.0.1\n`);
  const server = await startEmbedded(folder);
  expect(await ask(server.url, 'select 1')).toBe(1);
  expect(other.exitCode).toBeNull();
  other.kill();
  await server.release();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

test('a lock left by a process that is gone, or whose number is used again, does not jam', async () => {
  const folder = folderOf();
  await mkdir(folder, { recursive: true });
  for (const left of ['999999 1', `${process.pid} 1`]) {
    await writeFile(join(folder, 'database.lock'), left);
    expect(await withLock(folder, async () => 'in')).toBe('in');
  }
  expect(readdirSync(folder)).toEqual([]);
});
