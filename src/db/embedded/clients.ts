import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const RETRY_MS = 50;
const PATIENCE_MS = 60_000;
const UNFINISHED_MS = 5000;

/** Runs work while holding the data folder's lock: two processes never start or stop its database at once. */
export async function withLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const file = join(folder, 'database.lock');
  await take(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += RETRY_MS) {
    try {
      const handle = await open(file, 'wx', 0o600);
      await handle.writeFile(await identityOf(process.pid));
      await handle.close();
      return;
    } catch {
      if (await isLeftBehind(file)) await rm(file, { force: true });
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
  throw new Error(`等了 ${PATIENCE_MS / 1000} 秒，数据目录仍被另一个进程占用：${file}`);
}

/** A lock whose process is gone (a number used again by another process counts as gone), or that was never finished. */
async function isLeftBehind(file: string): Promise<boolean> {
  const [content, found] = [await readFile(file, 'utf8').catch(() => null), await stat(file).catch(() => null)];
  if (content === null || !found) return false;
  const pid = Number(content.split(' ')[0]);
  if (!(pid > 0)) return Date.now() - found.mtimeMs > UNFINISHED_MS;
  return !isAlive(pid) || (await identityOf(pid)) !== content;
}

/** A process by its number and, where the system tells, the moment it began. */
async function identityOf(pid: number): Promise<string> {
  const words = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).replace(/^.*\) /, '').split(' ');
  return `${pid} ${words[19] ?? ''}`.trim();
}

/** Notes that this process uses the database. Call while holding the lock. */
export async function register(folder: string): Promise<void> {
  await mkdir(join(folder, 'clients'), { recursive: true });
  await writeFile(join(folder, 'clients', String(process.pid)), await identityOf(process.pid));
}

/** Takes the note back; true when no other living process uses the database. Call while holding the lock. */
export async function leave(folder: string): Promise<boolean> {
  const clients = join(folder, 'clients');
  await rm(join(clients, String(process.pid)), { force: true });
  let alone = true;
  for (const name of await readdir(clients).catch(() => [])) {
    const noted = await readFile(join(clients, name), 'utf8').catch(() => '');
    if (isAlive(Number(name)) && (await identityOf(Number(name))) === noted) alone = false;
    else await rm(join(clients, name), { force: true });
  }
  return alone;
}

/** Whether a process of that number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
