import { deflateSync } from 'node:zlib';
import type { KeptRows } from '../../src/reading/kept-rows.ts';

/** Rows of weights as a file keeps them. */
export function keep(grams: readonly number[], rows: Int8Array): KeptRows {
  const bytes = Buffer.concat([Buffer.from(Int32Array.from(grams).buffer), Buffer.from(rows.buffer)]);
  return { count: grams.length, grams: deflateSync(bytes, { level: 9 }).toString('base64') };
}

/** A weight in steps of a signed byte. */
export const stepsOf = (weight: number, step: number): number =>
  Math.max(-127, Math.min(127, Math.round(weight / step)));
