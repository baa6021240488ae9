import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { BackupHead } from '../db/backup/dump.ts';

/** A file that is no backup, or not a whole one. */
export class BadBackup extends Error {}

const NEWLINE = 10;

/** Writes the lines of a backup, packed, with their hash as the last line; the name appears when the file is whole. */
export async function writeBackup(path: string, lines: AsyncIterable<string>): Promise<{ readonly bytes: number }> {
  const part = `${path}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await pipeline(Readable.from(withHash(lines)), createGzip(), createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
  return { bytes: (await stat(path)).size };
}

async function* withHash(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    hash.update(line);
    yield line;
  }
  yield `E ${hash.digest('hex')}\n`;
}

/** Reads a backup through to its hash before anything is done with it; gives its head. Throws BadBackup. */
export async function checkBackup(path: string): Promise<BackupHead> {
  const hash = createHash('sha256');
  let head: BackupHead | undefined;
  let said: string | undefined;
  try {
    for await (const line of backupLines(path)) {
      if (said !== undefined) throw new BadBackup('结尾之后还有内容');
      head ??= headOf(line);
      if (line.startsWith('E ')) said = line.slice(2);
      else hash.update(`${line}\n`);
    }
  } catch (error) {
    if (error instanceof BadBackup || (error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    throw new BadBackup('文件不完整或已损坏');
  }
  if (!head || said === undefined) throw new BadBackup('文件不完整');
  if (said !== hash.digest('hex')) throw new BadBackup('校验码不符，文件已损坏或被改动');
  return head;
}

function headOf(line: string): BackupHead {
  const head = line.startsWith('H ') ? (JSON.parse(line.slice(2)) as Partial<BackupHead>) : {};
  if (head.format !== 'xiaozhao-backup') throw new BadBackup('不是小招的备份文件');
  if (head.version !== 1) throw new BadBackup('备份文件的格式比本程序新，请先升级');
  return head as BackupHead;
}

/** The lines of a backup without their newlines. Only a newline ends a line: text may hold other separators. */
export async function* backupLines(path: string): AsyncGenerator<string> {
  let open: Buffer[] = [];
  const unpacked = createReadStream(path).on('error', (error) => gunzip.destroy(error));
  const gunzip = createGunzip();
  for await (const chunk of unpacked.pipe(gunzip) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...open, chunk.subarray(from, at)]).toString('utf8');
      open = [];
      from = at + 1;
    }
    if (from < chunk.length) open.push(chunk.subarray(from));
  }
  if (open.length > 0) yield Buffer.concat(open).toString('utf8');
}
