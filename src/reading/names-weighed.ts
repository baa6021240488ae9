import { type GramIndex, gramIndex, numberOf } from './gram-table.ts';
import { type KeptRows, keptRows } from './kept-rows.ts';
import { eachPlaced, READ, signsOf } from './name-signs.ts';
import { roomFor, type Spans, spansOf } from './random-field.ts';
import { NAME_WEIGHTS } from './words/name-weights.ts';

/** What is looked for. */
export const NAMED = ['company', 'project'] as const;

/** A gram speaks for the places up to this far before and behind it. */
export const REACH = 3;
/** Weights are kept in twentieths. */
export const STEP = 0.05;
/** Weights of a gram: for each place from `REACH` before to `REACH` behind, for each of {@link NAMED}, of beginning and being inside. */
export const WIDTH = (2 * REACH + 1) * NAMED.length * 2;

/** Rows of grams, a number for every place from `REACH` before to `REACH` behind. */
interface NameTable extends GramIndex {
  readonly rows: Int32Array;
}

/** What {@link weighNames} goes by. */
export interface NameWeights {
  readonly table: NameTable;
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
  const { anywhere, moves } = weights;
  const signs = signsOf(plain);
  const length = signs[0].length;
  for (const sums of [ROOM.voices, ROOM.begins, ROOM.insides]) sums.fill(0, 0, length + 2 * AROUND);
  for (const row of signs) addVoices(row, weights.table);
  const everywhere = chatty ? anywhere.chat : anywhere.news;
  return NAMED.map((_, one) => {
    readPlaces(length, one, everywhere);
    return spansOf({ length, places: ROOM.places, moves: moves[one] ?? [] }, ROOM.sums);
  });
}

/** Places of which a gram speaks. */
const AROUND = 2 * REACH + 1;

/**
 * The four weights of one place stand in the bytes of one number, each with a bias so that none is negative: of each of
 * {@link NAMED} beginning in the first and third byte, being inside in the others. No more than 29 grams speak of a place, so
 * that sums of two bytes stand beside each other in one number.
 */
const BIAS = 128;
const BIASES = 0x8080_8080;
const LANES = 0x00ff_00ff;

/** Where sums are made, used again for every text: to make it anew would cost more than to fill it. */
const ROOM = {
  /** At the place of a gram and one, how many grams speak. */
  voices: new Int32Array(READ + 2 * AROUND),
  /** At a place and four, two sums of weights each. */
  begins: new Int32Array(READ + 2 * AROUND),
  insides: new Int32Array(READ + 2 * AROUND),
  places: new Float64Array(READ * 2),
  sums: roomFor(READ),
};

/** Adds the weights of every gram to the sums of the places around. */
function addVoices(signs: Uint16Array, table: NameTable): void {
  const { voices, begins, insides } = ROOM;
  eachPlaced(signs, (gram, at) => {
    const row = numberOf(table, gram) * AROUND;
    if (row === 0) return;
    const first = at + 1;
    voices[first] = (voices[first] ?? 0) + 1;
    for (let next = 0; next < AROUND; next += 1) {
      const four = table.rows[row + next] ?? 0;
      begins[first + next] = (begins[first + next] ?? 0) + (four & LANES);
      insides[first + next] = (insides[first + next] ?? 0) + ((four >>> 8) & LANES);
    }
  });
}

/** From the sums of one of {@link NAMED} the weights of its states at every place. */
function readPlaces(length: number, one: number, everywhere: readonly number[]): void {
  const { voices, begins, insides, places } = ROOM;
  const begin = (everywhere[one * 2] ?? 0) + HALF;
  const inside = (everywhere[one * 2 + 1] ?? 0) + HALF;
  const lane = 16 * one;
  let speaking = 0;
  for (let at = -REACH - 1; at < length; at += 1) {
    const here = at + REACH + 1;
    speaking += (voices[here] ?? 0) - (voices[here - AROUND] ?? 0);
    if (at < 0) continue;
    const less = speaking * BIAS;
    places[at * 2] = POWERS[(((begins[here] ?? 0) >>> lane) & 0xffff) - less + begin] ?? 0;
    places[at * 2 + 1] = POWERS[(((insides[here] ?? 0) >>> lane) & 0xffff) - less + inside] ?? 0;
  }
}

/** The factor that a sum of weights stands for, by the sum and half as many as there may be. */
const HALF = 2 ** 12;
const POWERS = Float64Array.from({ length: 2 * HALF }, (_, sum) => Math.exp((sum - HALF) * STEP));

/** Weights of names as a file keeps them: the rows of their grams, and what {@link NameWeights} has beside. */
export interface KeptNames extends KeptRows {
  readonly moves: NameWeights['moves'];
  readonly anywhere: NameWeights['anywhere'];
}

/** Makes kept weights ready to be looked up. */
export function readNameWeights(kept: KeptNames): NameWeights {
  const { grams, weights } = keptRows(kept);
  const rows = new Int32Array((kept.count + 1) * AROUND);
  for (let at = 0; at < kept.count * AROUND; at += 1) {
    const [one = 0, two = 0, three = 0, four = 0] = weights.subarray(at * 4, at * 4 + 4);
    rows[at + AROUND] = ((one & 255) | ((two & 255) << 8) | ((three & 255) << 16) | (four << 24)) ^ BIASES;
  }
  return { table: { ...gramIndex(grams), rows }, anywhere: kept.anywhere, moves: kept.moves };
}

const LEARNED = readNameWeights(NAME_WEIGHTS);
