/** Rows of weights by gram: a table of twice as many slots as grams or more, each a gram and the number of its row (0 where empty). */
export interface GramTable {
  readonly slots: Int32Array;
  /** A bit for each gram, which others may share: where none is set, a gram has no row, and the slots need not be looked at. */
  readonly marks: Int32Array;
  /** Rows of `width` weights; row 0 belongs to no gram. */
  readonly rows: Int16Array | Float64Array;
  readonly width: number;
}

/** Marks of all tables: sixteen kilobytes, so that they stay at hand. */
const MARKS = 2 ** 17;

/** Makes a table of grams and their rows, the rows in the order of the grams and behind row 0. */
export function gramTable(grams: ArrayLike<number>, rows: GramTable['rows'], width: number): GramTable {
  const slots = new Int32Array(2 ** (Math.ceil(Math.log2(grams.length + 1)) + 1));
  const marks = new Int32Array(MARKS / 32);
  for (let at = 0; at < grams.length; at += 1) {
    const gram = (grams[at] ?? 0) | 0;
    const mark = markOf(gram);
    marks[mark >> 5] = (marks[mark >> 5] ?? 0) | (1 << (mark & 31));
    slots.set([gram, at + 1], slotOf(slots, gram) * 2);
  }
  return { slots, marks, rows, width };
}

/** The number of a gram's row; 0 where it has none. */
export function rowOf({ slots, marks }: GramTable, gram: number): number {
  const mark = markOf(gram);
  if (((marks[mark >> 5] ?? 0) & (1 << (mark & 31))) === 0) return 0;
  return slots[slotOf(slots, gram) * 2 + 1] ?? 0;
}

const markOf = (gram: number): number => Math.imul(gram, 0x85eb_ca6b) >>> 15;

/** The slot of a gram, or the empty one where it would stand. */
function slotOf(slots: Int32Array, gram: number): number {
  const mask = slots.length / 2 - 1;
  let slot = (Math.imul(gram, 0x9e3779b1) >>> 16) & mask;
  while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== gram) slot = (slot + 1) & mask;
  return slot;
}
