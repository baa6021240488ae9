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

/** A file just drawn, with what it shows in words. */
export interface DrawnFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly alt?: string;
}

/** Keeps drawn files one after another, in their order. */
export async function storeDrawn(
  tx: OrgTx,
  drawn: readonly DrawnFile[],
): Promise<readonly (KeptFile & { readonly alt: string | null })[]> {
  const kept = [];
  for (const file of drawn) kept.push({ ...(await storeFile(tx, file)), alt: file.alt ?? null });
  return kept;
}

/** The bytes of a kept file with its name and type; null when the org has no such file. */
export const readFile = (tx: OrgTx, id: string) => loadFile(tx, id);
