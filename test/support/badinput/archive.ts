import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. `packed` with `size`: bytes packed elsewhere, whose declared size may be a lie. */
export interface Entry {
  readonly name: string;
  readonly text?: string;
  readonly packed?: Buffer;
  readonly size?: number;
}

/** A ZIP archive made by hand, so that it can be hostile too. */
export function archive(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const raw = Buffer.from(entry.text ?? '');
    const packed = entry.packed ?? deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(entry.packed ? 0 : crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.size ?? raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\x03\x04'), common, name, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

/** Text that unpacks to `megabytes`: one piece, deflated once and repeated, so that making it costs nothing. */
export function bomb(head: string, piece: string, foot: string, megabytes: number): { packed: Buffer; size: number } {
  const flushed = (text: string): Buffer => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const block = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const packed = flushed(block);
  const times = Math.ceil((megabytes * 1_000_000) / block.length);
  return {
    packed: Buffer.concat([flushed(head), ...Array<Buffer>(times).fill(packed), deflateRawSync(foot)]),
    size: head.length + block.length * times + foot.length,
  };
}
