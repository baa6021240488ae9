import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Called, call } from '../support/cli.ts';
import { clone } from '../support/database.ts';

/** Wednesday of week 47; its digest is due on Friday 20 November at 17:00. */
const WEDNESDAY = '2026-11-18T10:00';
let url: string;
const xiaozhao = (...argv: string[]): Promise<Called> =>
  call(argv, { DATABASE_URL: url, SECRET_KEY: 'a secret of the tests', LOG_LEVEL: 'silent' });
const model = (called: Called) => JSON.parse(called.out) as Record<string, unknown>;

async function posts(report: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`select 1 from outbox where dedupe_key like $1`, [`%post:${report}:%`]);
  await client.end();
  return rows.length;
}

beforeAll(async () => {
  url = await clone();
  expect(await xiaozhao('tick', '--at', WEDNESDAY)).toMatchObject({ code: 0 });
  expect(await xiaozhao('say', '--as', '彭思齐', '--at', WEDNESDAY, '我的')).toMatchObject({ code: 0 });
  expect(await xiaozhao('tick', '--at', WEDNESDAY)).toMatchObject({ code: 0 });
});

describe('xiaozhao report', () => {
  it.each<[string, string, RegExp[]]>([
    ['weekly', '2026-W46', [/\.png$/]],
    ['monthly', '2026-10', [/\.png$/, /\.docx$/, /\.xlsx$/]],
    ['quarterly', '2026-Q3', [/\.png$/, /\.docx$/, /\.xlsx$/]],
    ['monthly', '2026-1..10', [/\.png$/, /\.docx$/, /\.xlsx$/]],
  ])('%s of %s prints one JSON value and writes its files', async (kind, period, files) => {
    const out = await mkdtemp(join(tmpdir(), '报告 测试-'));
    const called = await xiaozhao('report', kind, '--period', period, '--at', WEDNESDAY, '--out', out);
    expect(called).toMatchObject({ code: 0, err: '' });
    expect(model(called)).toMatchObject({ periodKey: period });
    const names = await readdir(out);
    for (const wanted of files)
      expect(
        names.some((name) => wanted.test(name)),
        String(wanted),
      ).toBe(true);
  });

  it('takes any day of a period for it, and for a day to come shows what its brief would say', async () => {
    expect(model(await xiaozhao('report', 'weekly', '--period', '2026-11-12', '--at', WEDNESDAY))).toMatchObject({
      periodKey: '2026-W46',
    });
    expect(model(await xiaozhao('report', 'daily', '--period', '2026-11-19', '--at', WEDNESDAY))).toMatchObject({
      kind: 'brief',
      day: '2026-11-19',
    });
  });

  it.each<[string[], number, string]>([
    [['hourly'], 2, '缺报告种类'],
    [['constructor'], 2, '缺报告种类'],
    [['weekly', '--period', '2026-10'], 2, '不是weekly的期间'],
    [['monthly', '--period', 'soon'], 2, '不是monthly的期间'],
    [['monthly', '--period', '2026-1..10', '--post'], 2, '不是monthly的期间'],
    [['daily', '--period', '2026-11-17', '--post'], 2, '只能当天发'],
    [['weekly', '--period', '2026-W50', '--post'], 1, '还没开始'],
    [['quarterly', '--period', '2027-Q1', '--post'], 1, '还没开始'],
  ])('refuses %j', async (argv, code, says) => {
    const called = await xiaozhao('report', ...argv, '--at', WEDNESDAY);
    expect([called.code, called.out, called.err]).toEqual([code, '', expect.stringContaining(says)]);
  });
});

describe('xiaozhao report --post', () => {
  it('weekly: posts now and once; the clock does not post it again, and the next one begins where it was cut', async () => {
    const first = await xiaozhao('report', 'weekly', '--post', '--at', WEDNESDAY);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(model(first)).toMatchObject({
      periodKey: '2026-W47',
      messages: 2,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await posts('weekly')).toBe(2);
    const again = await xiaozhao('report', 'weekly', '--post', '--at', '2026-11-19T10:00');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('2026-W47 的周报已经发布过')]);
    const ticked = model(await xiaozhao('tick', '--at', '2026-11-20T17:01'));
    expect(JSON.stringify(ticked.done)).not.toContain('"weekly"');
    expect(await posts('weekly')).toBe(2);
    const next = model(await xiaozhao('report', 'weekly', '--period', '2026-W48', '--at', '2026-11-24T10:00'));
    expect(next.spanLabel).toBe('11月18日 10:00—11月24日 10:00');
  });

  it('quarterly: the flags, once', async () => {
    const argv = ['report', 'quarterly', '--period', '2026-Q3', '--post', '--at', WEDNESDAY];
    expect(model(await xiaozhao(...argv))).toMatchObject({ kind: 'flags', periodKey: '2026-Q3' });
    expect((await xiaozhao(...argv)).err).toContain('2026-Q3 的季榜已经发布过');
  });

  it('daily: what each has to do today, once', async () => {
    const argv = ['report', 'daily', '--post', '--at', '2026-11-23T07:00'];
    const { messages } = model(await xiaozhao(...argv));
    expect(messages).toBeGreaterThan(0);
    expect(await posts('daily-brief')).toBeGreaterThan(0);
    expect((await xiaozhao(...argv)).code).toBe(1);
  });

  it('every report that was posted recomputes or matches its hash', async () => {
    const { code, out } = await xiaozhao('verify');
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(3);
  });
});
