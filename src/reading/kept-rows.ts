import { inflateSync } from 'node:zlib';

/** Rows of weights as a file keeps them: `count` grams of four bytes and as many rows of signed bytes, deflated, in base64. */
export interface KeptRows {
  readonly count: number;
  readonly grams: string;
}

/** The grams, and their weights one row behind the other. */
export function keptRows({ count, grams }: KeptRows): { readonly grams: Int32Array; readonly weights: Int8Array } {
  const { buffer, byteOffset, byteLength } = inflateSync(Buffer.from(grams, 'base64'));
  return {
    grams: new Int32Array(buffer.slice(byteOffset, byteOffset + count * 4)),
    weights: new Int8Array(buffer.slice(byteOffset + count * 4, byteOffset + byteLength)),
  };
}
