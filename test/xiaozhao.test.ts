import { spawn } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A small package with our launcher, in a folder with Chinese characters and spaces. */
let root: string;
const here = resolve(import.meta.dirname, '..');
const LIMIT = 60_000;

const program = (says: string): string =>
  `export async function main(argv: readonly string[]): Promise<void> { console.log(\`${says} \${argv.join(' ')}\`); }\n`;
const write = (says: string): Promise<void> => writeFile(join(root, 'src', 'cli', 'cli.ts'), program(says));
const builds = (): readonly string[] => readdirSync(join(root, 'dist')).sort();

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function launch(...argv: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(root, 'src', 'xiaozhao.js'), ...argv]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  return new Promise((done) => child.once('close', (code) => done({ code, ...said })));
}

beforeAll(async () => {
  const parent = await mkdtemp(join(tmpdir(), '启动 器-'));
  chmodSync(parent, 0o711);
  root = join(parent, '小招 程序');
  await mkdir(join(root, 'src', 'cli'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'src/xiaozhao.js'])
    await cp(join(here, file), join(root, file));
  await symlink(join(here, 'node_modules'), join(root, 'node_modules'));
  await write('one');
});
afterAll(() => rm(resolve(root, '..'), { recursive: true, force: true }));

test('two first starts at once both work, and leave one whole build', { timeout: LIMIT }, async () => {
  const [first, second] = await Promise.all([launch('a', 'b'), launch('c')]);
  expect(first).toEqual({ code: 0, out: 'one a b\n', err: '' });
  expect(second).toEqual({ code: 0, out: 'one c\n', err: '' });
  expect(builds()).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
});

test('a later start uses the build that is there; a changed source is compiled anew', { timeout: LIMIT }, async () => {
  await launch('build');
  const [built = ''] = builds();
  await writeFile(join(root, 'dist', built, 'src', 'cli', 'cli.js'), `export const main = () => console.log('kept');`);
  expect((await launch()).out).toBe('kept\n');
  await write('two');
  expect((await launch('x')).out).toBe('two x\n');
  expect(builds()).toHaveLength(2);
  await write('three');
  expect((await launch('x')).out).toBe('three x\n');
  expect(builds()).toHaveLength(2);
});

test('a source that does not compile: said, exit 1, and nothing half made is left', { timeout: LIMIT }, async () => {
  const before = builds();
  await writeFile(join(root, 'src', 'cli', 'cli.ts'), 'export const main: number = "";\n');
  const { code, err } = await launch();
  expect([code, err]).toEqual([1, expect.stringContaining('cli.ts')]);
  expect(builds()).toEqual(before);
});

test('what a killed build left is swept by the next one', { timeout: LIMIT }, async () => {
  await mkdir(join(root, 'dist', 'building-999999999'));
  await write('four');
  expect((await launch()).out).toBe('four \n');
  expect(builds().filter((name) => name.startsWith('building'))).toEqual([]);
});

test('without a compiler the last build runs; without either the way out is said', { timeout: LIMIT }, async () => {
  await launch('build');
  await write('five');
  await unlink(join(root, 'node_modules'));
  expect((await launch()).out).toBe('four \n');
  await rm(join(root, 'dist'), { recursive: true });
  const { code, err } = await launch();
  expect([code, err]).toEqual([1, expect.stringContaining('请先运行 npm ci')]);
});
