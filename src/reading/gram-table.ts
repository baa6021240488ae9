/** Numbers of grams from 1 on: a table of twice as many slots as grams or more, each a gram and its number (0 where empty). */
export interface GramIndex {
  readonly slots: Int32Array;
  /** A bit for each gram, which others may share: where none is set, a gram has no number, and the slots need not be looked at. */
  readonly marks: Int32Array;
  /** Bits of a gram's hash that say nothing of its mark. */
  readonly shift: number;
}

/** Weights by gram: rows of equal width in the order of the grams, behind row 0, which belongs to none. */
export interface GramTable extends GramIndex {
  readonly rows: Int16Array;
}

/** Marks of a table at most, in bits: sixteen kilobytes, so that they stay at hand. */
const MOST_MARKS = 17;

/** Numbers grams in their order. */
export function gramIndex(grams: ArrayLike<number>): GramIndex {
  const bits = Math.ceil(Math.log2(grams.length + 1)) + 1;
  const slots = new Int32Array(2 ** bits);
  const marked = Math.max(5, Math.min(MOST_MARKS, bits + 2));
  const index = { slots, marks: new Int32Array(2 ** (marked - 5)), shift: 32 - marked };
  for (let at = 0; at < grams.length; at += 1) {
    const gram = (grams[at] ?? 0) | 0;
    const mark = markOf(index, gram);
    index.marks[mark >> 5] = (index.marks[mark >> 5] ?? 0) | (1 << (mark & 31));
    slots.set([gram, at + 1], slotOf(slots, gram) * 2);
  }
  return index;
}

/** The number of a gram; 0 where it has none. */
export function numberOf(index: GramIndex, gram: number): number {
  const mark = markOf(index, gram);
  if (((index.marks[mark >> 5] ?? 0) & (1 << (mark & 31))) === 0) return 0;
  return index.slots[slotOf(index.slots, gram) * 2 + 1] ?? 0;
}

const markOf = ({ shift }: GramIndex, gram: number): number => Math.imul(gram, 0x85eb_ca6b) >>> shift;

/** The slot of a gram, or the empty one where it would stand. */
function slotOf(slots: Int32Array, gram: number): number {
  const mask = slots.length / 2 - 1;
  let slot = (Math.imul(gram, 0x9e3779b1) >>> 16) & mask;
  while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== gram) slot = (slot + 1) & mask;
  return slot;
}
