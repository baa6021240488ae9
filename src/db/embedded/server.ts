import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Binaries, findBinaries } from './binaries.ts';
import { isAlive, leave, register, withLock } from './clients.ts';
import { giveTo, makeOwned, reachableFolder, type ServerUser, serverUser } from './server-user.ts';

/** A running embedded PostgreSQL. */
export interface EmbeddedServer {
  /** Connection URL of the owner (a superuser); 127.0.0.1 only. */
  readonly url: string;
  /** Lets go of it; the last process to do so stops the server. */
  release(): Promise<void>;
}

interface Place {
  /** The data folder the user named: password, lock, clients. */
  readonly folder: string;
  /** Where the server's own files are. */
  readonly home: string;
  readonly cluster: string;
  readonly user: ServerUser | null;
}

const run = promisify(execFile);
const START_TRIES = 5;

/**
 * Starts the embedded PostgreSQL of a data folder, or joins it when it is running already: started by another process, or
 * left behind by one that was killed. A server that no longer answers is stopped first.
 */
export async function startEmbedded(folder: string): Promise<EmbeddedServer> {
  const user = serverUser();
  const home = reachableFolder(join(folder, 'postgres'), user);
  const place = { folder, home, cluster: join(home, 'data'), user };
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const port = await withLock(folder, async () => {
    await makeOwned(home, user);
    const isNew = !existsSync(passwordFile(folder));
    const password = await passwordOf(folder);
    let running = await adopt(place, password);
    if (running === null && isNew) await setAside(place);
    running ??= await boot(place, password);
    await register(folder);
    return running;
  });
  const password = await passwordOf(folder);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    release: () => withLock(folder, async () => ((await leave(folder)) ? stop(place) : undefined)),
  };
}

const passwordFile = (folder: string): string => join(folder, 'database-password');

/** A cluster outside the data folder outlives it when that is deleted: it is put aside, and a new one begins. */
async function setAside({ folder, home, cluster }: Place): Promise<void> {
  if (home === join(folder, 'postgres') || !existsSync(cluster)) return;
  await rename(cluster, `${cluster}-${Date.now()}`);
}

async function passwordOf(folder: string): Promise<string> {
  const file = passwordFile(folder);
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known) return known;
  const made = randomBytes(18).toString('base64url');
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

/** The port of a server that already runs on this cluster and is ours; null when there is none (any more). */
async function adopt(place: Place, password: string): Promise<number | null> {
  const file = join(place.cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0)) return null;
  for (let wait = 0; wait < 20 && isAlive(pid); wait += 1) {
    const answer = await dataDirectory(port, password);
    if (answer === place.cluster) return port;
    if (answer !== null || !(await isPostgres(pid))) break;
    await sleep(250);
  }
  if (isAlive(pid) && (await isPostgres(pid, place.cluster))) await signalAndWait(pid);
  else await rm(file, { force: true });
  return null;
}

async function dataDirectory(port: number, password: string): Promise<string | null> {
  if (!(port > 0)) return null;
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether a process is a PostgreSQL server (of this cluster). Where the system does not say, a living pid is believed. */
async function isPostgres(pid: number, cluster = ''): Promise<boolean> {
  if (process.platform !== 'linux') {
    const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }));
    return stdout.includes('postgres') && stdout.includes(cluster);
  }
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  return (words[0] ?? '').endsWith('postgres') && words.some((word) => word.includes(cluster));
}

async function boot(place: Place, password: string): Promise<number> {
  const binaries = await findBinaries(place.home, place.user);
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) await initialise(place, binaries, password);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const started = await launch(place, binaries, port, password);
    if (started === 'up') return port;
    if (attempt === START_TRIES || started !== 'port taken') throw new Error(`内置数据库起不来：${started}`);
  }
}

async function initialise(place: Place, { initdb, env }: Binaries, password: string): Promise<void> {
  await rm(place.cluster, { recursive: true, force: true });
  const file = join(place.home, 'pwfile');
  await writeFile(file, password, { mode: 0o600 });
  giveTo(file, place.user);
  const options = [
    '-D',
    place.cluster,
    '-U',
    'postgres',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
  ];
  try {
    await run(
      initdb,
      [...options, '--builtin-locale=C.UTF-8', '-A', 'scram-sha-256', `--pwfile=${file}`, '--no-sync'],
      {
        ...as(place.user),
        cwd: place.home,
        env: { ...process.env, ...env },
      },
    );
  } catch (error) {
    throw new Error(`内置数据库初始化失败：${String((error as { stderr?: string }).stderr || error).slice(0, 600)}`);
  } finally {
    await rm(file, { force: true });
  }
}

const as = (user: ServerUser | null) => (user ? { uid: user.uid, gid: user.gid } : {});

/** "up", "port taken", or the last lines of the server's log. */
async function launch(place: Place, { postgres, env }: Binaries, port: number, password: string): Promise<string> {
  const logFile = join(place.home, 'server.log');
  const log = await open(logFile, 'w', 0o600);
  giveTo(logFile, place.user);
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_wal_size: '256MB',
    max_connections: 200,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', place.cluster, ...options], {
    ...as(place.user),
    cwd: place.home,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  let over = false;
  child.once('exit', () => {
    over = true;
  });
  child.once('error', () => {
    over = true;
  });
  child.unref();
  await log.close();
  for (let waited = 0; waited < 30_000 && !over; waited += 40) {
    if ((await dataDirectory(port, password)) === place.cluster) return 'up';
    await sleep(40);
  }
  const said = await readFile(logFile, 'utf8').catch(() => '');
  return /could not bind|Address already in use/.test(said) ? 'port taken' : said.slice(-600);
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function stop(place: Place): Promise<void> {
  const [pid] = (await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  if (Number(pid) > 0 && isAlive(Number(pid))) await signalAndWait(Number(pid));
}

/** SIGINT is PostgreSQL's fast shutdown; after 5 s SIGQUIT, which recovers at the next start. */
async function signalAndWait(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 25) {
    if (waited === 5000) process.kill(pid, 'SIGQUIT');
    if (waited > 8000) return;
    await sleep(25);
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
