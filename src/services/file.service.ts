import { createHash, randomUUID } from 'node:crypto';
import { insertFile, loadFile } from '../db/file.repository.ts';
import type { OrgTx } from './transaction.ts';

/** A file of the org's store, as replies carry it. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** Keeps a file in the transaction; replies then carry what this returns. */
export async function storeFile(
  tx: OrgTx,
  file: { readonly name: string; readonly mime: string; readonly bytes: Uint8Array },
): Promise<KeptFile> {
  const kept = { id: randomUUID(), name: file.name, mime: file.mime, size: file.bytes.byteLength };
  await insertFile(tx, { ...kept, bytes: file.bytes, sha256: createHash('sha256').update(file.bytes).digest('hex') });
  return kept;
}

/** The bytes of a kept file with its name and type; null when the org has no such file. */
export const readFile = (tx: OrgTx, id: string) => loadFile(tx, id);
