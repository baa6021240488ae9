#!/usr/bin/env node
// Makes sure that the compiled program is fresh, then runs it. The output goes to dist/<hash of the sources>, built beside
// and renamed into place, so that two starts at once cannot see half a build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return /\.ts$/.test(entry.name) ? [path] : [];
  });
}

function stamp() {
  const hash = createHash('sha256');
  const files = ['src', 'handlers', 'jobs', 'migrations', 'test/support'].filter((folder) =>
    existsSync(join(root, folder)),
  );
  for (const file of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', ...files.flatMap(sources).sort()]) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function compile(target) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const newest = existsSync(dist)
    ? readdirSync(dist)
        .filter((name) => /^[0-9a-f]{16}$/.test(name))
        .sort((a, b) => statSync(join(dist, b)).mtimeMs - statSync(join(dist, a)).mtimeMs)
    : [];
  if (!existsSync(compiler)) {
    if (newest.length > 0) return join(dist, newest[0]);
    console.error('缺少编译器：请先运行 npm ci（不要加 --omit=dev），或使用已编译的发布包。');
    process.exit(1);
  }
  const building = join(dist, `building-${process.pid}`);
  mkdirSync(building, { recursive: true });
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', building],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    rmSync(building, { recursive: true, force: true });
    console.error(stdout);
    process.exit(1);
  }
  try {
    renameSync(building, target);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  clean(newest.slice(1));
  return target;
}

// The build before this one stays, because a program may still run from it; so do builds that are being made.
function clean(old) {
  const left = readdirSync(dist).filter((name) => name.startsWith('building-') && !isAlive(Number(name.slice(9))));
  for (const name of [...old, ...left]) rmSync(join(dist, name), { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const wanted = join(dist, stamp());
const program = existsSync(wanted) ? wanted : compile(wanted);
if (process.argv[2] !== 'build') {
  const entry = process.argv[2] === 'emulators' ? 'test/support/emulators/main.js' : 'src/cli/cli.js';
  const { main } = await import(pathToFileURL(join(program, entry)).href);
  await main(process.argv.slice(2));
}
