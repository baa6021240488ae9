import { eachPlaced, signsOf } from '../../src/reading/name-signs.ts';
import { type KeptNames, NAMED, REACH, STEP, WIDTH } from '../../src/reading/names-weighed.ts';
import { sumsBackward, sumsForward } from '../../src/reading/random-field.ts';
import { keep, stepsOf } from './keep.ts';
import { chance, shuffled } from './learn.ts';

/** A message to learn from; a name is undefined where the message teaches nothing of it, null where it names none. */
export interface Told {
  readonly plain: string;
  readonly chatty: boolean;
  readonly names: readonly (readonly string[] | undefined)[];
}

/** A message as it is counted: grams by their numbers with their places, and the state of every place. */
interface Sample {
  readonly grams: Int32Array;
  readonly length: number;
  readonly chatty: boolean;
  readonly states: Uint8Array;
}

/** Weights of one kind of name: for each gram and place around it, of beginning and being inside; then what counts anywhere. */
interface Model {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  readonly moves: Float64Array;
  readonly moveSquares: Float64Array;
}

const EACH = (2 * REACH + 1) * 2;
/** As many grams are kept, those that tell the most. */
const KEPT = 15_000;
const ROUNDS = 8;
/** The weights after so many of the last rounds are averaged, so that they hang less on the order of the messages. */
const AVERAGED = 4;
const RATE = 0.1;
/** How much a weight costs. */
const RIDGE = 0.001;
/** Numbers of the two rows that speak everywhere, in chat and in news. */
const CHAT = 0;
const NEWS = 1;

/** Learns where names stand by gradient descent on the likelihood of the field, with steps that shrink where they were large (AdaGrad). */
export function learnNames(messages: readonly Told[]): KeptNames {
  const numbers = new Map<number, number>();
  const samples = NAMED.map((_, one) =>
    messages.flatMap((message) => {
      const names = message.names[one];
      const sample = names === undefined ? null : sampleOf(message, names, numbers);
      return sample ? [sample] : [];
    }),
  );
  const grams = [...numbers.keys()];
  const first = samples.map((each) => descend(each, grams.length + 2));
  const strength = grams.map((_, at) =>
    first.reduce((sum, { weights }) => sum + squareOf(weights.subarray((at + 2) * EACH, (at + 3) * EACH)), 0),
  );
  const told = grams
    .map((_, at) => at)
    .sort((one, other) => (strength[other] ?? 0) - (strength[one] ?? 0))
    .slice(0, KEPT)
    .sort((one, other) => one - other);
  const place = new Map(told.map((at, now) => [at + 2, now + 2]));
  const second = samples.map((each) =>
    descend(
      each.map((sample) => ({ ...sample, grams: onlyKnown(sample.grams, place) })),
      told.length + 2,
    ),
  );
  return kept(
    told.map((at) => grams[at] ?? 0),
    second,
  );
}

/**
 * The messages once more, each investor called like another one of the list, so that what stands around a name is learned,
 * not the name. They teach nothing of projects.
 */
export function withOtherFirms(
  messages: readonly Told[],
  firms: { readonly chat: readonly string[]; readonly news: readonly string[] },
  seed: number,
): readonly Told[] {
  const next = chance(seed);
  return messages.flatMap(({ plain, chatty, names: [investors = [], ...others] }) => {
    if (investors.length === 0 || !investors.every((name) => plain.includes(name))) return [];
    const pool = (next(5) === 0) === chatty ? firms.news : firms.chat;
    const called = investors.map(() => pool[next(pool.length)] ?? '');
    const said = investors.reduce((text, name, at) => text.replaceAll(name, called[at] ?? name), plain);
    return [{ plain: said, chatty, names: [called, ...others.map(() => undefined)] }];
  });
}

const squareOf = (row: Float64Array): number => row.reduce((sum, weight) => sum + weight * weight, 0);

/** Begins where a name begins, goes on inside it; null where a name is not in the text as it is read. */
function sampleOf({ plain, chatty }: Told, names: readonly string[], numbers: Map<number, number>): Sample | null {
  const signs = signsOf(plain);
  const length = signs[0].length;
  const states = new Uint8Array(length);
  let found = names.length === 0;
  for (const name of names) {
    for (let at = plain.indexOf(name); at >= 0 && at + name.length <= length; at = plain.indexOf(name, at + 1)) {
      found = true;
      states.fill(2, at, at + name.length);
      states[at] = 1;
    }
  }
  if (!found || length === 0) return null;
  const grams: number[] = [];
  for (const row of signs)
    eachPlaced(row, (gram, at) => {
      const number = numbers.get(gram | 0) ?? numbers.size + 2;
      numbers.set(gram | 0, number);
      grams.push(number, at);
    });
  return { grams: Int32Array.from(grams), length, chatty, states };
}

function onlyKnown(grams: Int32Array, place: ReadonlyMap<number, number>): Int32Array {
  const known: number[] = [];
  for (let at = 0; at < grams.length; at += 2) {
    const now = place.get(grams[at] ?? 0);
    if (now !== undefined) known.push(now, grams[at + 1] ?? 0);
  }
  return Int32Array.from(known);
}

function descend(samples: readonly Sample[], rows: number): Model {
  const model: Model = {
    weights: new Float64Array(rows * EACH),
    squares: new Float64Array(rows * EACH).fill(0.1),
    moves: new Float64Array(9),
    moveSquares: new Float64Array(9).fill(0.1),
  };
  const next = chance(1);
  const mean = { weights: new Float64Array(rows * EACH), moves: new Float64Array(9) };
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const sample of shuffled(samples, next)) learnFrom(sample, model);
    if (round <= ROUNDS - AVERAGED) continue;
    for (const of of ['weights', 'moves'] as const)
      for (let at = 0; at < mean[of].length; at += 1)
        mean[of][at] = (mean[of][at] ?? 0) + (model[of][at] ?? 0) / AVERAGED;
  }
  return { ...model, ...mean };
}

/** Every weight that spoke gives way by what was thought of a place, less what is right. */
function learnFrom(sample: Sample, { weights, squares, moves, moveSquares }: Model): void {
  const { grams, length, states } = sample;
  const everywhere = (sample.chatty ? CHAT : NEWS) * EACH;
  const step = (all: Float64Array, seen: Float64Array, at: number, slope: number) => {
    seen[at] = (seen[at] ?? 0) + slope * slope;
    all[at] = (all[at] ?? 0) - (RATE * slope) / Math.sqrt(seen[at] ?? 1);
  };
  const sums = new Float64Array(length * 2);
  for (let at = 0; at < sums.length; at += 1) sums[at] = weights[everywhere + (at % 2)] ?? 0;
  eachSpoken(grams, length, (place, weight) => {
    sums[place * 2] = (sums[place * 2] ?? 0) + (weights[weight] ?? 0);
    sums[place * 2 + 1] = (sums[place * 2 + 1] ?? 0) + (weights[weight + 1] ?? 0);
  });
  const field = { length, places: sums.map(Math.exp), moves: movesOf(moves) };
  const forward = sumsForward(field);
  const backward = sumsBackward(field, forward.scales);
  const off = new Float64Array(length * 2);
  for (let at = 0; at < length; at += 1)
    for (const state of [1, 2])
      off[at * 2 + state - 1] =
        (forward.sums[at * 3 + state] ?? 0) * (backward[at * 3 + state] ?? 0) - (states[at] === state ? 1 : 0);
  eachSpoken(grams, length, (place, weight) => {
    for (const one of [0, 1]) {
      const slope = off[place * 2 + one] ?? 0;
      if (Math.abs(slope) > 0.001) step(weights, squares, weight + one, slope + RIDGE * (weights[weight + one] ?? 0));
    }
  });
  for (const one of [0, 1]) {
    let slope = 0;
    for (let at = 0; at < length; at += 1) slope += off[at * 2 + one] ?? 0;
    step(weights, squares, everywhere + one, slope);
  }
  for (let at = 1; at < length; at += 1)
    for (const move of MOVES) {
      const [from, to] = [Math.floor(move / 3), move % 3];
      const place = to === 0 ? 1 : (field.places[at * 2 + to - 1] ?? 0);
      const thought =
        ((forward.sums[(at - 1) * 3 + from] ?? 0) * (field.moves[move] ?? 0) * place * (backward[at * 3 + to] ?? 0)) /
        (forward.scales[at] ?? 1);
      const right = states[at - 1] === from && states[at] === to ? 1 : 0;
      step(moves, moveSquares, move, thought - right);
    }
}

/** Every move but the one from outside to inside. */
const MOVES = [0, 1, 3, 4, 5, 6, 7, 8];

const movesOf = (moves: Float64Array): number[] => [...moves].map((move, at) => (at === 2 ? 0 : Math.exp(move)));

/** Tells for every place which weights speak of it. */
function eachSpoken(grams: Int32Array, length: number, tell: (place: number, weight: number) => void): void {
  for (let at = 0; at < grams.length; at += 2) {
    const first = (grams[at + 1] ?? 0) - REACH;
    const row = (grams[at] ?? 0) * EACH;
    for (let next = Math.max(0, -first); next < EACH / 2 && first + next < length; next += 1)
      tell(first + next, row + next * 2);
  }
}

/** The weights as a file keeps them. */
function kept(grams: readonly number[], models: readonly Model[]): KeptNames {
  const rows = new Int8Array(grams.length * WIDTH);
  const steps = (weight: number) => stepsOf(weight, STEP);
  models.forEach(({ weights }, one) => {
    for (let gram = 0; gram < grams.length; gram += 1)
      for (let next = 0; next < EACH; next += 1)
        rows[gram * WIDTH + Math.floor(next / 2) * 2 * NAMED.length + one * 2 + (next % 2)] = steps(
          weights[(gram + 2) * EACH + next] ?? 0,
        );
  });
  const anywhere = (row: number) =>
    models.flatMap(({ weights }) => [...weights.subarray(row * EACH, row * EACH + 2)].map(steps));
  return {
    moves: models.map(({ moves }) => movesOf(moves).map((move) => Number(move.toPrecision(6)))),
    anywhere: { chat: anywhere(CHAT), news: anywhere(NEWS) },
    ...keep(grams, rows),
  };
}
