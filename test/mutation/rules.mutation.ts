import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Break } from './break.ts';
import { moneyBreaks } from './money-breaks.ts';
import { ruleBreaks } from './rule-breaks.ts';
import { scoringBreaks } from './scoring-breaks.ts';

const root = resolve(import.meta.dirname, '../..');
const all: readonly Break[] = [...scoringBreaks, ...ruleBreaks, ...moneyBreaks];
/** Only breaks of files whose name holds this: `MUTATE=reward npm run mutate`. */
const chosen = all.filter(({ file }) => file.includes(process.env.MUTATE ?? ''));
const COPIES = 2;

/** A copy of what the rules and their tests need. */
async function copyOfTree(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mutation-'));
  for (const part of ['src', 'test', 'package.json', 'tsconfig.json'])
    await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Whether the tests of some areas ("scoring") pass in the copy. */
async function passes(folder: string, areas: readonly string[]): Promise<boolean> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const tests = areas.map((area) => `test/domain/${area}/`);
  const child = spawn(process.execPath, [vitest, 'run', '--config', 'test/mutation/copy.config.ts', ...tests], {
    cwd: folder,
    stdio: 'ignore',
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code === 0));
  });
}

/** Tests near a file: of its own area, and for what counts money of those who count with it. */
const areasNear = (file: string): readonly string[] => {
  const [area = ''] = file.split('/');
  return area === 'money' ? ['money', 'reward', 'scoring'] : [area];
};

/** Breaks the rule in the copy, asks its tests, and puts the file back. */
async function isNoticed(folder: string, { file, was, becomes }: Break): Promise<boolean> {
  const path = join(folder, 'src/domain', file);
  const whole = await readFile(path, 'utf8');
  if (!whole.includes(was)) throw new Error(`${file} does not hold: ${was}`);
  await writeFile(
    path,
    whole.replace(was, () => becomes),
  );
  try {
    return !(await passes(folder, areasNear(file)));
  } finally {
    await writeFile(path, whole);
  }
}

test('the tests notice every broken rule', async () => {
  const folders = await Promise.all(Array.from({ length: COPIES }, copyOfTree));
  const unnoticed: string[] = [];
  try {
    const areas = [...new Set(chosen.flatMap(({ file }) => areasNear(file)))];
    expect(await passes(folders[0] ?? '', areas), 'the tests of an unbroken copy').toBe(true);
    const queue = chosen.values();
    const work = async (folder: string): Promise<void> => {
      for (const one of queue) {
        const noticed = await isNoticed(folder, one);
        if (!noticed) unnoticed.push(`${one.file}: ${one.was} → ${one.becomes}`);
        process.stdout.write(noticed ? '.' : `\nunnoticed: ${unnoticed.at(-1)}\n`);
      }
    };
    await Promise.all(folders.map(work));
  } finally {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }
  process.stdout.write(`\nmutation: ${chosen.length} rules broken, ${chosen.length - unnoticed.length} noticed\n`);
  expect(unnoticed).toEqual([]);
});
