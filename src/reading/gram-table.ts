/** Rows of weights by gram: a table of at least twice as many slots as grams, each a gram and the number of its row (0 where empty). */
export interface GramTable {
  readonly slots: Int32Array;
  /** Rows of `width` weights; row 0 belongs to no gram. */
  readonly rows: Int8Array | Int16Array;
  readonly width: number;
}

/** Makes a table of grams and their rows, the rows in the order of the grams and behind row 0. */
export function gramTable(grams: ArrayLike<number>, rows: Int8Array | Int16Array, width: number): GramTable {
  const slots = new Int32Array(2 ** (Math.ceil(Math.log2(grams.length + 1)) + 2));
  for (let at = 0; at < grams.length; at += 1) {
    const gram = (grams[at] ?? 0) | 0;
    slots.set([gram, at + 1], slotOf(slots, gram) * 2);
  }
  return { slots, rows, width };
}

/** The number of a gram's row; 0 where it has none. */
export const rowOf = ({ slots }: GramTable, gram: number): number => slots[slotOf(slots, gram) * 2 + 1] ?? 0;

/** The slot of a gram, or the empty one where it would stand. */
function slotOf(slots: Int32Array, gram: number): number {
  const mask = slots.length / 2 - 1;
  let slot = (Math.imul(gram, 0x9e3779b1) >>> 16) & mask;
  while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== gram) slot = (slot + 1) & mask;
  return slot;
}
