import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrateTo } from '../../src/db/migrate.ts';
import { type Called, call } from '../support/cli.ts';
import { clone } from '../support/database.ts';

let folder: string;
let source: string;
let file: string;
const environmentOf = (url: string) => ({
  DATABASE_URL: url,
  SECRET_KEY: 'a secret of the tests',
  LOG_LEVEL: 'silent',
});
const on = (url: string, ...argv: string[]): Promise<Called> => call(argv, environmentOf(url));

async function query<Row extends object>(url: string, text: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}

/** Every row of every table of ours in words, in an order of its own. */
async function everything(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await query<{ name: string }>(
    url,
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%' order by 1`,
  );
  const all: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(url, `select to_jsonb(t)::text as row from ${name} t order by 1`);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '备份 测试-'));
  await chmod(folder, 0o711);
  source = await clone();
  await on(source, 'say', '--as', '彭思齐', '--at', '2026-11-20T10:00', '排行');
  expect(
    await on(source, 'report', 'monthly', '--period', '2026-10', '--post', '--at', '2026-11-20T10:00'),
  ).toMatchObject({
    code: 0,
  });
  await query(source, `insert into kept_months (org_id, month, facts) select id, '2001-01', '[]' from orgs`);
  file = join(folder, '小招.备份');
  expect(await on(source, 'backup', file)).toMatchObject({ code: 0, err: '' });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('backup and restore', () => {
  it('brings every row of every table into an empty database, and every published report recomputes', async () => {
    const target = await clone('template0');
    expect(await on(target, 'restore', file)).toMatchObject({ code: 0, err: '' });
    const [before, after] = [await everything(source), await everything(target)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [table, rows] of Object.entries(before)) expect(after[table], table).toEqual(rows);
    const forgetting = await query(target, `select from pg_trigger where tgname = 'forget_months' and tgenabled = 'O'`);
    expect([before.kept_months?.length, forgetting.length]).toEqual([1, 3]);
    const verified = await on(target, 'verify');
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out.split('\n')[0] ?? '')).toMatchObject({
      period: '2026-10',
      ok: true,
      says: '重算一致',
    });
  });

  it('what was restored goes on: numbers follow on, references and the wall between orgs hold', async () => {
    const target = await clone('template0');
    await on(target, 'restore', file);
    const said = await on(target, 'say', '--as', '彭思齐', '--json', '任务 对接用地指标 清河镇 12月1日前');
    expect(said.code).toBe(0);
    expect(await on(target, 'org', 'create', '另一个县')).toMatchObject({ code: 0 });
    expect(await query(target, `select 1 from pg_constraint where contype = 'f' and condeferrable`)).toEqual([]);
    const walls = `select count(*)::integer as walls from pg_class where relrowsecurity and relforcerowsecurity`;
    expect(await query(target, walls)).toEqual(await query(source, walls));
  });

  it('never touches a database that has orgs without --yes; with it, nothing of the former is left', async () => {
    const target = await clone();
    await on(target, 'org', 'create', '别的县');
    const before = await everything(target);
    const refused = await on(target, 'restore', file);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('加 --yes')]);
    expect(await everything(target)).toEqual(before);
    expect(await on(target, 'restore', file, '--yes')).toMatchObject({ code: 0 });
    expect(await everything(target)).toEqual(await everything(source));
  });

  it('waits for nobody: a database that others work in is left alone', async () => {
    const target = await clone();
    const client = new pg.Client({ connectionString: target });
    await client.connect();
    const refused = await on(target, 'restore', file);
    await client.end();
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('还有程序连着')]);
  });

  it('a file that only this user may read', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length - 200), '不完整或已损坏'],
    [
      'with a changed figure',
      (bytes) => gzipSync(gunzipSync(bytes).toString().replace('2026-10', '2026-09')),
      '校验码不符',
    ],
    [
      'without its end',
      (bytes) =>
        gzipSync(
          gunzipSync(bytes)
            .toString()
            .replace(/E [0-9a-f]{64}\n$/, ''),
        ),
      '文件不完整',
    ],
    ['that is something else', () => gzipSync('hello\n'), '不是小招的备份文件'],
    ['that is not packed', () => Buffer.from('hello'), '不完整或已损坏'],
    ['of a later format', () => gzipSync('H {"format":"xiaozhao-backup","version":9}\n'), '请先升级'],
  ])('refuses a file %s before anything is touched', async (_, spoil, says) => {
    const bad = join(folder, 'bad');
    await writeFile(bad, spoil(await readFile(file)));
    const target = await clone('template0');
    const { code, err } = await on(target, 'restore', bad, '--yes');
    expect([code, err]).toEqual([1, expect.stringContaining(says)]);
    expect(await everything(target)).toEqual({});
  });

  it('a backup of an older form comes in and is brought to the latest one', async () => {
    const old = await clone('template0');
    await migrateTo(old, '20260601T090400_create_ledgers');
    await query(old, `insert into orgs (name) values ('老县')`);
    const older = join(folder, 'older');
    expect(await on(old, 'backup', older)).toMatchObject({ code: 0 });
    const target = await clone();
    expect(await on(target, 'restore', older)).toMatchObject({ code: 0, err: '' });
    expect(await query(target, 'select name, version from orgs')).toEqual([{ name: '老县', version: 1 }]);
    const migrations = 'select name from kysely_migration order by name';
    expect(await query(target, migrations)).toEqual(await query(source, migrations));
  });

  it('a backup of a later program is refused', async () => {
    const text = gunzipSync(await readFile(file)).toString();
    const [head = '', ...rest] = text.split('\n');
    const later = head.replace('"migrations":[', '"migrations":["29990101T000000_later",');
    const { createHash } = await import('node:crypto');
    const body = `${[later, ...rest.slice(0, -2)].join('\n')}\n`;
    const path = join(folder, 'later');
    await writeFile(path, gzipSync(`${body}E ${createHash('sha256').update(body).digest('hex')}\n`));
    const refused = await on(await clone(), 'restore', path);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('请先升级程序')]);
  });

  it('works as an owner who is no superuser, behind the wall between orgs', async () => {
    const admin = inject('serverUrl');
    const name = `owner_${process.pid}_${Date.now()}`;
    await query(admin, `create role ${name} login password 'secret'`);
    await query(admin, `create database ${name} owner ${name} template template0`);
    const url = new URL(admin);
    Object.assign(url, { pathname: `/${name}`, username: name, password: 'secret' });
    expect(await on(url.href, 'restore', file)).toMatchObject({ code: 0, err: '' });
    const again = join(folder, 'again');
    expect(await on(url.href, 'backup', again)).toMatchObject({ code: 0, err: '' });
    const rows = (path: Buffer) =>
      gunzipSync(path)
        .toString()
        .split('\n')
        .filter((line) => line.startsWith('R '))
        .sort();
    expect(rows(await readFile(again))).toEqual(rows(await readFile(file)));
    expect(await on(url.href, 'verify')).toMatchObject({ code: 0 });
    expect(await on(url.href, 'restore', file, '--yes')).toMatchObject({ code: 0, err: '' });
  });

  it('says what is missing', async () => {
    expect(await on(source, 'backup')).toMatchObject({ code: 2 });
    expect(await on(source, 'restore')).toMatchObject({ code: 2 });
    expect((await on(source, 'restore', join(folder, '没有'))).code).toBe(2);
  });
});

describe('backup and restore of the embedded database', () => {
  it('after the data folder is gone, everything is back: rows, reports and the key of buttons', async () => {
    const home = join(folder, '数据 目录');
    const environment = { DATA_DIR: home, LOG_LEVEL: 'silent' };
    const here = (...argv: string[]) => call(argv, environment);
    const path = join(folder, 'embedded');
    expect(await here('restore', file)).toMatchObject({ code: 0, err: '' });
    await here('org', 'list');
    const secret = await readFile(join(home, 'secret-key'), 'utf8');
    expect(await here('backup', path)).toMatchObject({ code: 0, err: '' });
    await rm(home, { recursive: true, force: true });
    expect(await here('restore', path)).toMatchObject({ code: 0, err: '' });
    expect(await readFile(join(home, 'secret-key'), 'utf8')).toBe(secret);
    expect((await here('verify')).out).toContain('重算一致');
  }, 90_000);
});
