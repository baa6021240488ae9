import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unpublishedYear } from '../../src/cli/start.ts';
import { isAlive } from '../../src/db/embedded/clients.ts';
import { clone } from '../support/database.ts';

const LIMIT = 120_000;
const parent = mkdtempSync(join(tmpdir(), '小招 启动-'));
chmodSync(parent, 0o711);
const home = join(parent, '数据 目录');
afterAll(() => rm(parent, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly gone: Promise<number | null>;
}

function start(environment: Readonly<Record<string, string>>): Started {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, LOG_LEVEL: 'error', ...environment };
  const child = spawn(process.execPath, ['src/xiaozhao.js', 'start'], {
    cwd: resolve(import.meta.dirname, '../..'),
    env,
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  return { child, said, gone: new Promise((done) => child.once('close', (code) => done(code))) };
}

/** The address it prints once it is up. */
async function address({ child, said }: Started): Promise<string> {
  for (;;) {
    const found = /小招已启动：(\S+)/.exec(said.out)?.[1];
    if (found) return found;
    if (child.exitCode !== null) throw new Error(said.err);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const serverPid = (): number =>
  Number(readFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

test.each<[string, number | null]>([
  ['2026-06-10T10:00:00+08:00', null],
  ['2026-11-15T23:59:00+08:00', null],
  ['2026-11-16T00:00:00+08:00', 2027],
  ['2027-03-01T10:00:00+08:00', 2027],
])('at %s the year whose calendar is missed is %s', (now, year) => {
  expect(unpublishedYear(new Date(now))).toBe(year);
});

test('starts with nothing but a data folder, stops by Ctrl-C leaving no process, and finds its data again', {
  timeout: LIMIT,
}, async () => {
  const first = start({ DATA_DIR: home, PORT: '0' });
  const url = await address(first);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const body = JSON.stringify({ text: '录入 星海科技有限公司 拟投资2亿元 建设储能电池项目' });
  const headers = { 'content-type': 'application/json' };
  const said = await fetch(`${url}/api/chat`, { method: 'POST', headers, body });
  expect(JSON.stringify(await said.json())).toContain('星海科技');
  const server = serverPid();
  expect(isAlive(server)).toBe(true);
  first.child.kill('SIGINT');
  first.child.kill('SIGINT');
  expect(await first.gone).toBe(0);
  expect(first.said).toEqual({ out: expect.stringMatching(/已停止。\n$/), err: '' });
  expect(isAlive(server)).toBe(false);

  const second = start({ DATA_DIR: home, PORT: '0', ROLE: 'web' });
  const again = await fetch(`${await address(second)}/api/chat`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ text: '确认' }),
  });
  expect(JSON.stringify(await again.json())).toContain('星海科技');
  second.child.kill('SIGTERM');
  expect(await second.gone).toBe(0);
});

test('a port that is taken: the way out is said, exit 1, and nothing is left running', { timeout: LIMIT }, async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => holder.once('listening', done));
  const { port } = holder.address() as { port: number };
  const environment = { DATABASE_URL: await clone(), SECRET_KEY: 'a secret of the tests', PORT: String(port) };
  const started = start(environment);
  expect(await started.gone).toBe(1);
  expect(started.said.err).toContain(`端口 ${port} 已被占用：用 PORT=其他端口 再启动`);
  expect(started.said.out).toBe('');
  holder.close();
});

test('half a configuration: every mistake is named, exit 2', { timeout: LIMIT }, async () => {
  const started = start({ DATA_DIR: home, PORT: 'many', SLACK_BOT_TOKEN: 'xoxb-1', LOG_LEVEL: 'loud' });
  expect(await started.gone).toBe(2);
  expect(started.said.err).toContain('PORT：');
  expect(started.said.err).toContain('LOG_LEVEL：');
  expect(started.said.out).toBe('');
});
