import { EDGE, eachGram } from './grams.ts';
import { KIND_WEIGHTS } from './words/kind-weights.ts';

/** The kinds in the order of the weights. */
export const KINDS = ['lead', 'stage', 'funds', 'activity', 'problem', 'task', 'none'] as const;

/** What a message is about. */
export type Kind = (typeof KINDS)[number];

/** For every gram that tells something, a weight per kind; gram 0 speaks in every text. */
export type Weights = ReadonlyMap<number, readonly number[]>;

/** Weights made ready to be looked up: the row of a character, of a pair by the number of its first, and all rows in one. */
interface Indexed {
  readonly singles: Uint16Array;
  readonly firsts: Uint16Array;
  readonly pairs: ReadonlyMap<number, number>;
  readonly rows: Float64Array;
}

/** No message is longer; what a long text says at its beginning tells what it is. */
const WEIGHED = 400;

/** Makes weights ready to be looked up. */
export function indexed(weights: Weights): Indexed {
  const singles = new Uint16Array(65_536);
  const firsts = new Uint16Array(65_536);
  const pairs = new Map<number, number>();
  const rows = new Float64Array((weights.size + 1) * KINDS.length);
  let at = 1;
  let number = 0;
  for (const [gram, row] of weights) {
    if (gram === 0) rows.set(row);
    else if (gram < 65_536) singles[gram] = at;
    else {
      const first = Math.floor(gram / 65_536);
      if (firsts[first] === 0) firsts[first] = number += 1;
      pairs.set((firsts[first] ?? 0) * 65_536 + (gram % 65_536), at);
    }
    if (gram !== 0) rows.set(row, at * KINDS.length);
    at += 1;
  }
  return { singles, firsts, pairs, rows };
}

/**
 * How likely each kind is by the characters of a message and their pairs alone: a multinomial logistic regression (softmax),
 * its weights learned from the labelled messages in `test/fixtures/capture` by `npm run train`. The values add up to 1.
 */
export function weighKinds(plain: string, { singles, firsts, pairs, rows }: Indexed = LEARNED): Record<Kind, number> {
  const width = KINDS.length;
  const sums = Array.from(rows.subarray(0, width));
  const seen = new Uint8Array(rows.length / width);
  eachGram(plain.slice(0, WEIGHED), (first, second) => {
    const known = firsts[first] ?? 0;
    const row = first === 0 ? (singles[second] ?? 0) : known === 0 ? 0 : (pairs.get(known * 65_536 + second) ?? 0);
    if (row === 0 || seen[row] === 1) return;
    seen[row] = 1;
    for (let kind = 0; kind < width; kind += 1) sums[kind] = (sums[kind] ?? 0) + (rows[row * width + kind] ?? 0);
  });
  const top = Math.max(...sums);
  let total = 0;
  for (let kind = 0; kind < width; kind += 1) total += sums[kind] = Math.exp((sums[kind] ?? 0) - top);
  const [lead = 0, stage = 0, funds = 0, activity = 0, problem = 0, task = 0, none = 0] = sums.map(
    (sum) => sum / total,
  );
  return { lead, stage, funds, activity, problem, task, none };
}

/** The weights are kept in hundredths. */
const STEP = 0.01;

/** Reads a table of weights: `投资=12,-3,0,5,1,-2,-10` with a blank between grams; _ is a blank, ^ an end of the text. */
export function readWeights(table: string): Weights {
  return new Map(
    table.split(' ').map((entry) => {
      const [gram = '', row = ''] = entry.split('=');
      return [codeOf(gram), row.split(',').map((steps) => Number(steps) * STEP)];
    }),
  );
}

/** The same weights as such a table. */
export const writeWeights = (weights: Weights): string =>
  [...weights]
    .map(([code, row]) => `${nameOf(code)}=${row.map((weight) => Math.round(weight / STEP)).join(',')}`)
    .join(' ');

const CODES = new Map([
  ['_', 32],
  ['^', EDGE],
]);
const NAMES = new Map([...CODES].map(([name, code]) => [code, name]));

function codeOf(gram: string): number {
  const [one = 0, two] = [...gram].map((sign) => CODES.get(sign) ?? sign.charCodeAt(0));
  return two === undefined ? one : one * 65_536 + two;
}

function nameOf(code: number): string {
  if (code === 0) return '';
  const signs = code < 65_536 ? [code] : [Math.floor(code / 65_536), code % 65_536];
  return signs.map((sign) => NAMES.get(sign) ?? String.fromCharCode(sign)).join('');
}

const LEARNED = indexed(readWeights(KIND_WEIGHTS));
