import { inflateSync } from 'node:zlib';

/** What a PNG says of itself, and how many different bytes its drawing has (a blank one has few). */
export function readPng(png: Uint8Array): { readonly width: number; readonly height: number; readonly values: number } {
  const bytes = Buffer.from(png);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('no PNG');
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const drawing = inflateSync(Buffer.concat(parts));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), values: new Set(drawing).size };
}
