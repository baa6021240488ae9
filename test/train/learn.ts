/** What one thing shows, as grams, and the number of its right answer. */
export interface Sample {
  readonly grams: readonly number[];
  readonly answer: number;
}

/** For every gram that tells something, a weight per answer. */
export type Weights = ReadonlyMap<number, readonly number[]>;

/** Grams that occur in fewer samples say nothing. */
const RARE = 3;
/** How much a weight costs. */
const RIDGE = 0.0015;
const ROUNDS = 12;
const RATE = 0.1;

/**
 * A multinomial logistic regression, by stochastic gradient descent with steps that shrink where they were large (AdaGrad).
 * `kept` grams are kept, those that tell the most. The same samples always give the same weights.
 */
export function learn(samples: readonly Sample[], answers: number, kept: number): Weights {
  const often = new Map<number, number>();
  for (const { grams } of samples) for (const gram of grams) often.set(gram, (often.get(gram) ?? 0) + 1);
  const told = [...often].flatMap(([gram, times]) => (times >= RARE ? [gram] : []));
  const first = descend(samples, told, answers);
  if (told.length <= kept) return first;
  const most = [...first].sort(([, one], [, other]) => strength(other) - strength(one)).slice(0, kept);
  return descend(
    samples,
    most.map(([gram]) => gram),
    answers,
  );
}

const strength = (row: readonly number[]): number => Math.max(...row.map(Math.abs));

function descend(samples: readonly Sample[], told: readonly number[], answers: number): Weights {
  const index = new Map(told.map((gram, at) => [gram, at]));
  const weights = new Float64Array(told.length * answers);
  const squares = new Float64Array(told.length * answers).fill(0.01);
  const known = samples.map(({ grams, answer }) => ({
    answer,
    rows: Int32Array.from(new Set(grams.flatMap((gram) => index.get(gram) ?? []))),
  }));
  const next = chance(1);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { rows, answer } of shuffled(known, next)) step(rows, answer, answers, weights, squares);
  return new Map([...index].map(([gram, at]) => [gram, [...weights.subarray(at * answers, (at + 1) * answers)]]));
}

/** Every weight that spoke gives way by what was thought of its answer, less what is right. */
function step(rows: Int32Array, answer: number, answers: number, weights: Float64Array, squares: Float64Array): void {
  const sums = Array.from({ length: answers }, (_, one) =>
    rows.reduce((sum, row) => sum + (weights[row * answers + one] ?? 0), 0),
  );
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  powers.forEach((power, one) => {
    const off = power / total - (one === answer ? 1 : 0);
    for (const row of rows) {
      const at = row * answers + one;
      const slope = off + RIDGE * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(squares[at] ?? 1);
    }
  });
}

/** The same things in another order each time, the orders always in the same succession. */
export function shuffled<T>(things: readonly T[], next: (below: number) => number): readonly T[] {
  const order = [...things];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = next(at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** Numbers below a bound, always the same for a seed. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % below;
  };
}
