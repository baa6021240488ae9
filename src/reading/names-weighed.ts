import { type GramTable, gramIndex, rowOf } from './gram-table.ts';
import { type KeptRows, keptRows } from './kept-rows.ts';
import { eachPlaced, signsOf } from './name-signs.ts';
import { type Spans, spansOf } from './random-field.ts';
import { NAME_WEIGHTS } from './words/name-weights.ts';

/** What is looked for. */
export const NAMED = ['company', 'project'] as const;

/** A gram speaks for the places up to this far before and behind it. */
export const REACH = 3;
/** Weights are kept in twentieths. */
export const STEP = 0.05;
/** Weights of a gram: for each place from `REACH` before to `REACH` behind, for each of {@link NAMED}, of beginning and being inside. */
export const WIDTH = (2 * REACH + 1) * NAMED.length * 2;

/** What {@link weighNames} goes by. */
export interface NameWeights {
  readonly table: GramTable;
  /** For short spoken messages and for news, of each of {@link NAMED}: beginning and being inside, anywhere. */
  readonly anywhere: { readonly chat: readonly number[]; readonly news: readonly number[] };
  /** Of each of {@link NAMED} the moves between the states of a random field, as factors. */
  readonly moves: readonly (readonly number[])[];
}

/**
 * Where a text names its investor and its project: a conditional random field for each, over the characters, what the
 * dictionaries call them, and the pairs of both. Its weights are learned from the labelled messages in
 * `test/fixtures/capture` by `npm run train`.
 */
export function weighNames(plain: string, chatty: boolean, weights: NameWeights = LEARNED): readonly Spans[] {
  const { table, anywhere, moves } = weights;
  const signs = signsOf(plain);
  const length = signs[0].length;
  const sums = new Float64Array(length + 2 * REACH + 2);
  for (const row of signs)
    eachPlaced(row, (gram, at) => {
      const found = rowOf(table, gram) * AROUND;
      if (found !== 0) addRow(table.rows, found, sums, at + 1);
    });
  const everywhere = packed(chatty ? anywhere.chat : anywhere.news);
  const places = NAMED.map(() => new Float64Array(length * 2));
  for (let at = 0; at < length; at += 1) {
    let rest = (sums[at + REACH + 1] ?? 0) + everywhere;
    for (const one of places)
      for (let state = 0; state < 2; state += 1) {
        const above = Math.floor(rest / LANE + 0.5);
        one[at * 2 + state] = POWERS[rest - above * LANE + LANE / 2] ?? 0;
        rest = above;
      }
  }
  return NAMED.map((_, one) => spansOf({ length, places: places[one] ?? new Float64Array(), moves: moves[one] ?? [] }));
}

/** Places of which a gram speaks. */
const AROUND = 2 * REACH + 1;

/**
 * The weights of one place stand in one number, each in a lane of 13 bits: at most 29 weights of a signed byte are added up,
 * so that no lane runs over into the next, and four of them are exact in a double.
 */
const LANE = 2 ** 13;
const packed = (weights: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = weights.length - 1; at >= 0; at -= 1) sum = sum * LANE + (weights[at] ?? 0);
  return sum;
};

/** The factor that a sum of weights stands for, by the sum and half a lane. */
const POWERS = Float64Array.from({ length: LANE }, (_, sum) => Math.exp((sum - LANE / 2) * STEP));

/** Adds the weights of a row to the sums of the places around. */
function addRow(rows: GramTable['rows'], row: number, sums: Float64Array, first: number): void {
  for (let next = 0; next < AROUND; next += 1) sums[first + next] = (sums[first + next] ?? 0) + (rows[row + next] ?? 0);
}

/** Weights of names as a file keeps them: the rows of their grams, and what {@link NameWeights} has beside. */
export interface KeptNames extends KeptRows {
  readonly moves: NameWeights['moves'];
  readonly anywhere: NameWeights['anywhere'];
}

/** Makes kept weights ready to be looked up. */
export function readNameWeights(kept: KeptNames): NameWeights {
  const { grams, weights } = keptRows(kept);
  const each = NAMED.length * 2;
  const rows = new Float64Array((kept.count + 1) * AROUND);
  for (let at = 0; at < kept.count * AROUND; at += 1)
    rows[at + AROUND] = packed(weights.subarray(at * each, (at + 1) * each));
  return { table: { ...gramIndex(grams), rows }, anywhere: kept.anywhere, moves: kept.moves };
}

const LEARNED = readNameWeights(NAME_WEIGHTS);
