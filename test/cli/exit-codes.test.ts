import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { type County, call, county } from '../support/cli.ts';
import { workbookOf } from '../support/workbook.ts';

const scoring = (name: string): string => resolve(import.meta.dirname, '../fixtures/scoring', name);

let at: County;
let folder: string;
beforeAll(async () => {
  at = await county();
  folder = await mkdtemp(join(tmpdir(), '命令 行-'));
  await writeFile(
    join(folder, 'good.xlsx'),
    workbookOf([
      ['单位', '姓名'],
      ['临洺关镇', '陈明'],
    ]),
  );
  await writeFile(
    join(folder, 'bad.xlsx'),
    workbookOf([
      ['单位', '姓名'],
      ['临洺关镇', '?'],
    ]),
  );
  await writeFile(join(folder, 'bad.json'), '{');
  expect(await at.call('backup', join(folder, 'backup'))).toMatchObject({ code: 0 });
});
afterAll(() => at.close());

/** What each word does when all is well (0), when it is refused or fails (1), and when it is not said right (2). */
const CALLS: Readonly<Record<string, { 0?: string[]; 1?: string[]; 2: string[] }>> = {
  start: { 2: ['now'] },
  demo: { 2: ['--days', '0'] },
  say: { 1: ['--as', '无名', '我的'], 2: [] },
  read: { 2: ['a.jsonl'] },
  score: { 0: [scoring('completion-a.json')], 1: ['@bad.json'], 2: [] },
  reward: { 0: [scoring('reward-flat-3-permille.json')], 1: ['@bad.json'], 2: [] },
  report: {
    0: ['daily', '--at', '2026-06-10'],
    1: ['monthly', '--period', '2026-08', '--post', '--at', '2026-06-10'],
    2: ['hourly'],
  },
  tick: { 0: ['--at', '2026-06-10T09:00'], 2: ['--at', 'soon'] },
  import: { 0: ['@good.xlsx'], 1: ['@bad.xlsx'], 2: ['@none.xlsx'] },
  export: { 0: ['units', '@out.xlsx'], 2: ['weather'] },
  migrate: { 0: [], 2: ['now'] },
  doctor: { 1: [], 2: ['now'] },
  org: { 0: ['list'], 1: ['create', '试验县'], 2: ['create'] },
  chat: { 0: ['list'], 1: ['webhook', '9', 'https://example.com/hook'], 2: ['webhook', '9', 'nowhere'] },
  user: { 0: ['list'], 2: ['link'] },
  token: { 0: ['list'], 1: ['revoke', '没有的用途'], 2: ['create'] },
  webhook: { 0: ['list'], 2: ['add', 'nowhere'] },
  backup: { 0: ['@again'], 1: ['/dev/null/backup'], 2: [] },
  restore: { 1: ['@backup'], 2: ['@none'] },
  verify: { 0: [], 2: ['now'] },
};

const said = (argv: readonly string[]): string[] =>
  argv.map((arg) => (arg.startsWith('@') ? join(folder, arg.slice(1)) : arg));

describe('exit codes of the command line', () => {
  it('the table names every command', () => {
    expect(Object.keys(CALLS)).toEqual(Object.keys(COMMANDS));
  });

  const cases = Object.entries(CALLS).flatMap(([word, calls]) =>
    Object.entries(calls).map(([code, argv]) => [word, argv, Number(code)] as const),
  );
  it.each(cases)('%s %j: %i', async (word, argv, code) => {
    const called = await at.call(word, ...said(argv));
    expect(called.code, called.err).toBe(code);
    if (code === 2) expect(called.err).toContain(`用法：${COMMANDS[word]?.usage}`);
    if (code === 2) expect(called.out).toBe('');
    if (code === 0) expect(called.err).toBe('');
  });

  it.each(Object.keys(COMMANDS))('%s --help says how it is used, and does nothing', async (word) => {
    const { code, out, err } = await call([word, '--help'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(COMMANDS[word]?.usage);
    expect(out).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(Object.keys(COMMANDS))('%s with an option that it does not have: 2', async (word) => {
    const { code, err } = await at.call(word, '--nonsense');
    expect([code, err]).toEqual([2, expect.stringContaining('用法：')]);
  });

  it.each([['--help'], ['-h'], ['help']])('%s lists every command', async (word) => {
    const { code, out } = await call([word], {});
    expect(code).toBe(0);
    for (const { usage } of Object.values(COMMANDS)) expect(out).toContain(usage);
  });

  it.each<[string[], string]>([
    [[], '小招：'],
    [['nonsense'], '没有“nonsense”这个命令'],
    [['constructor'], '没有“constructor”这个命令'],
  ])('%j: 2, and the list on standard error', async (argv, says) => {
    const { code, out, err } = await call(argv, {});
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  const configured = Object.keys(COMMANDS).filter((word) => !['read', 'score', 'reward'].includes(word));
  it.each(configured)('%s names every mistake of the environment at once: 2', async (word) => {
    const wrong = { PORT: 'abc', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' };
    const argv = said(CALLS[word]?.[0] ?? CALLS[word]?.[1] ?? []);
    const { code, err } = await call([word, ...argv], wrong);
    expect(code).toBe(2);
    for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'SECRET_KEY']) expect(err).toContain(name);
  });
});
