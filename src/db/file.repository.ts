import type { OrgTx } from './org-transaction.ts';

/** A stored file with its bytes. */
export interface FileWithBytes {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Stores a file. */
export async function insertFile(tx: OrgTx, file: FileWithBytes): Promise<void> {
  await tx.sql
    .insertInto('files')
    .values({ ...file, bytes: Buffer.from(file.bytes) })
    .execute();
}

/** A file by id, or null. */
export async function loadFile(tx: OrgTx, id: string): Promise<FileWithBytes | null> {
  const row = await tx.sql
    .selectFrom('files')
    .select(['id', 'name', 'mime', 'size', 'sha256', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
