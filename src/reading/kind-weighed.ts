import { FACT } from './facts.ts';
import { type GramTable, gramTable, rowOf } from './gram-table.ts';
import { EDGE, eachGram } from './grams.ts';
import { KIND_WEIGHTS } from './words/kind-weights.ts';

/** The kinds in the order of the weights. */
export const KINDS = ['lead', 'stage', 'funds', 'activity', 'problem', 'task', 'none'] as const;

/** What a message is about. */
export type Kind = (typeof KINDS)[number];

/** For every gram that tells something, a weight per kind; gram 0 speaks in every text. */
export type Weights = ReadonlyMap<number, readonly number[]>;

/** No message is longer; what a long text says at its beginning tells what it is. */
const WEIGHED = 400;

/** Makes weights ready to be looked up: the rows in hundredths, the row that speaks in every text first. */
export function indexed(weights: Weights): GramTable {
  const told = [...weights].filter(([gram]) => gram !== 0);
  const rows = [weights.get(0) ?? KINDS.map(() => 0), ...told.map(([, row]) => row)];
  const steps = Int16Array.from(rows.flat(), (weight) => Math.round(weight / STEP));
  return gramTable(
    told.map(([gram]) => gram),
    steps,
    KINDS.length,
  );
}

/**
 * How likely each kind is by the characters of a message, their pairs and the signs of its facts: a multinomial logistic regression (softmax),
 * its weights learned from the labelled messages in `test/fixtures/capture` by `npm run train`. The values add up to 1.
 */
export function weighKinds(
  plain: string,
  facts: readonly number[] = [],
  table: GramTable = LEARNED,
): Record<Kind, number> {
  const { rows, width } = table;
  const sums = Float64Array.from(rows.subarray(0, width));
  const seen = new Uint8Array(rows.length / width);
  const add = (gram: number) => {
    const row = rowOf(table, gram);
    if (row === 0 || seen[row] === 1) return;
    seen[row] = 1;
    for (let kind = 0; kind < width; kind += 1) sums[kind] = (sums[kind] ?? 0) + (rows[row * width + kind] ?? 0);
  };
  eachGram(plain.slice(0, WEIGHED), add);
  facts.forEach(add);
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp((sum - top) * STEP));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const [lead = 0, stage = 0, funds = 0, activity = 0, problem = 0, task = 0, none = 0] = powers.map(
    (power) => power / total,
  );
  return { lead, stage, funds, activity, problem, task, none };
}

/** The weights are kept in hundredths. */
const STEP = 0.01;

/** Reads a table of weights: `投资=12,-3,0,5,1,-2,-10` with a blank between grams; _ is a blank, ^ an end of the text, # a fact. */
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
  if (/^#\d/.test(gram)) return FACT + Number(gram.slice(1));
  const [one = 0, two] = [...gram].map((sign) => CODES.get(sign) ?? sign.charCodeAt(0));
  return two === undefined ? one : one * 65_536 + two;
}

function nameOf(code: number): string {
  if (code === 0) return '';
  if (code >= FACT && code < 65_536) return `#${code - FACT}`;
  const signs = code < 65_536 ? [code] : [Math.floor(code / 65_536), code % 65_536];
  return signs.map((sign) => NAMES.get(sign) ?? String.fromCharCode(sign)).join('');
}

const LEARNED = indexed(readWeights(KIND_WEIGHTS));
