import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { Refusal } from '../domain/refusal.ts';

/** What an archive may hold before it is refused; sizes in bytes, counted while unpacking, not believed. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly unpacked: number;
}

/**
 * The wanted entries of a ZIP archive. Nothing is written to disk, nothing outside the wanted names is unpacked. Refusals
 * "workbook.not-xlsx", "workbook.encrypted", "workbook.macro", "workbook.too-large", "workbook.broken" (damaged, names that
 * climb out, one name twice).
 */
export async function readArchive(
  bytes: Buffer,
  wanted: (name: string) => boolean,
  limits: ArchiveLimits,
): Promise<ReadonlyMap<string, Buffer>> {
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) throw new Refusal('workbook.encrypted');
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0x504b) throw new Refusal('workbook.not-xlsx');
  const archive = await open(bytes);
  if (archive.entryCount > limits.entries) throw new Refusal('workbook.too-large', { what: 'entries' });
  const found = new Map<string, Buffer>();
  const names = new Set<string>();
  let left = limits.unpacked;
  for await (const entry of entriesOf(archive)) {
    refuseEntry(entry, names);
    if (!wanted(entry.fileName)) continue;
    const content = await unpack(archive, entry, left);
    left -= content.length;
    found.set(entry.fileName, content);
  }
  return found;
}

const broken = (): Refusal => new Refusal('workbook.broken');

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, archive) =>
      error || !archive ? reject(broken()) : resolve(archive),
    );
  });
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (let n = 0; n < archive.entryCount; n += 1) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (done: () => void) => () => {
        archive.removeAllListeners();
        done();
      };
      archive.once('entry', (found: Entry) => settle(() => resolve(found))());
      archive.once(
        'end',
        settle(() => resolve(null)),
      );
      archive.once(
        'error',
        settle(() => reject(broken())),
      );
      archive.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

function refuseEntry(entry: Entry, names: Set<string>): void {
  if (names.has(entry.fileName)) throw broken();
  names.add(entry.fileName);
  if (/vbaProject\.bin$/i.test(entry.fileName)) throw new Refusal('workbook.macro');
  if ((entry.generalPurposeBitFlag & 1) === 1) throw new Refusal('workbook.encrypted');
}

function unpack(archive: ZipFile, entry: Entry, left: number): Promise<Buffer> {
  if (entry.uncompressedSize > left) return Promise.reject(new Refusal('workbook.too-large', { what: 'bytes' }));
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(broken());
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > left) {
          stream.destroy();
          return reject(new Refusal('workbook.too-large', { what: 'bytes' }));
        }
        chunks.push(chunk);
      });
      stream.on('error', () => reject(broken()));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
