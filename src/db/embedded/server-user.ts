import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { chown, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The system user that the server runs as when we are root (PostgreSQL refuses to run as root). */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Null unless we are root; then postgres, nobody, or any other user of the system. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found =
    ['postgres', 'nobody'].map((name) => users.find((user) => user[0] === name)).find(Boolean) ??
    users.find((user) => Number(user[2]) > 0);
  if (!found) throw new Error('以 root 运行时需要系统里有另一个用户（例如 postgres 或 nobody）');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/**
 * A folder that the server's user can get to: the wanted one, or, when a closed folder (such as a home of mode 0700) lies
 * above it, one below /var/lib that belongs to it for ever.
 */
export function reachableFolder(wanted: string, user: ServerUser | null): string {
  if (!user || canReach(wanted, user)) return wanted;
  return join('/var/lib/xiaozhao', createHash('sha256').update(wanted).digest('hex').slice(0, 12));
}

/** Whether every folder above a path lets the user pass. */
export function canReach(path: string, { uid, gid }: ServerUser): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found) {
      const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** Makes a folder that belongs to the server's user, with everything in it. */
export async function makeOwned(folder: string, user: ServerUser | null): Promise<void> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o755 });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!user) return;
  await chown(folder, user.uid, user.gid);
  if ((await readdir(folder)).length > 0 && statSync(folder).uid !== user.uid) {
    execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  }
}

/** Gives one file to the server's user. */
export function giveTo(file: string, user: ServerUser | null): void {
  if (user) chownSync(file, user.uid, user.gid);
}
