import { randomBytes } from 'node:crypto';

let last = { time: 0, count: 0 };

/** UUID version 7: sorts by the instant it was made for, and within a millisecond by the order of making. Made in code, since an external PostgreSQL may be older than 18. */
export function uuidv7(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  const time = now.getTime();
  last = { time, count: last.time === time ? last.count + 1 : 0 };
  bytes.writeUInt16BE(0x7000 | (last.count & 0x0fff), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
