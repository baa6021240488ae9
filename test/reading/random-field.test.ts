import { expect, it } from 'vitest';
import { spansOf, sumsBackward, sumsForward, type Weighed } from '../../src/reading/random-field.ts';

/** From outside nobody comes inside. */
const moves = [1.2, 0.7, 0, 0.9, 0.4, 1.6, 1.1, 0.5, 1.3];
const fieldOf = (...places: number[]): Weighed => ({
  length: places.length / 2,
  places: Float64Array.from(places),
  moves,
});

/** Every way through the states with its weight. */
function waysOf({ length, places }: Weighed): { states: number[]; weight: number }[] {
  let ways = [
    { states: [0], weight: 1 },
    { states: [1], weight: places[0] ?? 0 },
  ];
  for (let at = 1; at < length; at += 1)
    ways = ways.flatMap(({ states, weight }) =>
      [0, 1, 2].map((next) => ({
        states: [...states, next],
        weight:
          weight * (moves[(states.at(-1) ?? 0) * 3 + next] ?? 0) * (next === 0 ? 1 : (places[at * 2 + next - 1] ?? 0)),
      })),
    );
  return ways;
}

const field = fieldOf(0.2, 0.1, 3, 0.5, 0.4, 2.5, 0.6, 1.8, 0.1, 0.2);

it('gives every place the likelihood of its states that all ways through the text give it', () => {
  const ways = waysOf(field);
  const total = ways.reduce((sum, { weight }) => sum + weight, 0);
  const forward = sumsForward(field);
  const backward = sumsBackward(field, forward.scales);
  for (let at = 0; at < field.length; at += 1)
    for (const state of [0, 1, 2]) {
      const counted = ways.reduce((sum, { states, weight }) => sum + (states[at] === state ? weight : 0), 0) / total;
      expect((forward.sums[at * 3 + state] ?? 0) * (backward[at * 3 + state] ?? 0)).toBeCloseTo(counted, 10);
    }
});

it('finds the likeliest span and how likely there is any', () => {
  const ways = waysOf(field);
  const total = ways.reduce((sum, { weight }) => sum + weight, 0);
  const none = ways.find(({ states }) => states.every((state) => state === 0))?.weight ?? 0;
  const { present, spans } = spansOf(field);
  expect(present).toBeCloseTo(1 - none / total, 10);
  const ends = [3, 4, 5].map((end) =>
    ways.reduce((sum, { states, weight }) => {
      const inside = states.slice(2, end).every((state) => state === 2) && states[end] !== 2;
      return sum + (states[1] === 1 && inside ? weight : 0);
    }, 0),
  );
  expect(spans[0]).toMatchObject({ start: 1, end: 3 + ends.indexOf(Math.max(...ends)) });
});

it('finds nothing in nothing', () => {
  expect(spansOf(fieldOf())).toEqual({ present: 0, spans: [] });
});
