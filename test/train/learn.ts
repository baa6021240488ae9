import { eachGram } from '../../src/reading/grams.ts';
import { KINDS, type Kind, type Weights } from '../../src/reading/kind-weighed.ts';

/** A message as it is counted, with the place of its kind among {@link KINDS}. */
export interface Sample {
  readonly grams: readonly number[];
  readonly kind: number;
}

/** Grams that occur in fewer messages say nothing. */
const RARE = 3;
/** As many grams are kept, those that tell the most. */
const KEPT = 4000;
/** How much a weight costs: the ridge of the regression, per message. */
const RIDGE = 0.0012;
const ROUNDS = 150;
/** Signs that the table of weights is written with. */
const SIGNS = new Set([...'=,_^#\'"\\ '].map((sign) => sign.charCodeAt(0)));

/** A message's grams and facts, each once, and the one that speaks in every message. */
export function sampleOf(plain: string, kind: Kind, facts: readonly number[] = []): Sample {
  const grams = new Set([0, ...facts]);
  eachGram(plain.slice(0, 400), (gram) => grams.add(gram >>> 0));
  return { grams: [...grams], kind: KINDS.indexOf(kind) };
}

/** Weights for the grams that tell most, by gradient descent with steps that shrink where they were large (AdaGrad). */
export function learn(samples: readonly Sample[]): Weights {
  const often = new Map<number, number>();
  for (const { grams } of samples) for (const gram of grams) often.set(gram, (often.get(gram) ?? 0) + 1);
  const told = new Set([...often].filter(([gram, times]) => times >= RARE && writable(gram)).map(([gram]) => gram));
  const first = descend(samples, told);
  const most = [...first].sort(([, a], [, b]) => strength(b) - strength(a)).slice(0, KEPT);
  return descend(samples, new Set([0, ...most.map(([gram]) => gram)]));
}

const writable = (gram: number): boolean =>
  gram === 0 ||
  [gram % 65_536, Math.floor(gram / 65_536)].every((code) => code === 0 || code === 32 || !SIGNS.has(code));

const strength = (row: readonly number[]): number => Math.max(...row.map(Math.abs));

function descend(samples: readonly Sample[], told: ReadonlySet<number>): Weights {
  const index = new Map([...told].map((gram, at) => [gram, at]));
  const width = KINDS.length;
  const weights = new Float64Array(told.size * width);
  const squares = new Float64Array(told.size * width).fill(1e-8);
  const known = samples.map(({ grams, kind }) => ({
    kind,
    rows: Int32Array.from(grams.flatMap((gram) => index.get(gram) ?? [])),
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = new Float64Array(weights.length);
    for (const { rows, kind } of known) addSlope(rows, kind, weights, slope);
    for (let at = 0; at < weights.length; at += 1) {
      const pull = (slope[at] ?? 0) / samples.length + (at < width ? 0 : RIDGE) * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + pull * pull;
      weights[at] = (weights[at] ?? 0) - (0.3 * pull) / Math.sqrt(squares[at] ?? 1);
    }
  }
  return new Map([...index].map(([gram, at]) => [gram, [...weights.subarray(at * width, (at + 1) * width)]]));
}

/** By how much each weight of one message should give way: what was thought of each kind, less what is right. */
function addSlope(rows: Int32Array, kind: number, weights: Float64Array, slope: Float64Array): void {
  const width = KINDS.length;
  const sums = KINDS.map((_, each) => rows.reduce((sum, row) => sum + (weights[row * width + each] ?? 0), 0));
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const off = powers.map((power, each) => power / total - (each === kind ? 1 : 0));
  for (const row of rows)
    for (let each = 0; each < width; each += 1)
      slope[row * width + each] = (slope[row * width + each] ?? 0) + (off[each] ?? 0);
}
