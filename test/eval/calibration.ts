import type { Labelled } from './score.ts';

/** What a reading says of a message's kind. */
interface Told {
  readonly kind: string;
  readonly confidence: number;
}

/** The lower ends of the steps by which confidences are grouped. */
const STEPS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** One step: how many messages fell into it, how sure the reading was of them on average, and how often it was right. */
export interface Step {
  readonly from: number;
  readonly count: number;
  readonly told: number;
  readonly right: number;
}

/** How far the confidence in the kind holds. Shares are 0–1; an empty step has none of either. */
export function calibration(labelled: readonly Labelled[], predictions: ReadonlyMap<string, Told>): readonly Step[] {
  return STEPS.map((from, at) => {
    const within = labelled.flatMap(({ id, kind }) => {
      const told = predictions.get(id);
      const inside = told && told.confidence >= from && told.confidence < (STEPS[at + 1] ?? Number.POSITIVE_INFINITY);
      return inside ? [{ confidence: told.confidence, right: told.kind === kind ? 1 : 0 }] : [];
    });
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
    return {
      from,
      count: within.length,
      told: mean(within.map(({ confidence }) => confidence)),
      right: mean(within.map(({ right }) => right)),
    };
  });
}

/** The table that is printed beside the scores. */
export const calibrationTable = (name: string, steps: readonly Step[]): string =>
  [
    `${name}: confidence in the kind`,
    ...steps.map(
      ({ from, count, told, right }) =>
        `from ${from.toFixed(2)}   messages ${String(count).padStart(5)}   told ${(100 * told).toFixed(0).padStart(3)}   right ${(100 * right).toFixed(0).padStart(3)}`,
    ),
  ].join('\n');
