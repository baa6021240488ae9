import { type Exact, ONE, readExact, ZERO } from '../money/exact.ts';
import type { Unit } from './board.ts';
import { mistake } from './mistake.ts';

/** An input as a number; the default where it is null or absent; refused when it is neither number nor decimal text. */
export function readInput(unit: Unit, field: string, fallback: unknown = null): Exact | null {
  return readNumber(rawInput(unit, field) ?? fallback, () => inputPath(unit, field));
}

/** An input as it was given; null when absent. */
export const rawInput = (unit: Unit, field: string): unknown =>
  Object.hasOwn(unit.inputs, field) ? (unit.inputs[field] ?? null) : null;

/** Where an input stands in a case. */
export const inputPath = (unit: Unit, field: string): string => `units[${unit.index}].inputs.${field}`;

/** A number, decimal text, or true and false as 1 and 0; null stays null; anything else is refused at the path. */
export function readNumber(raw: unknown, path: () => string): Exact | null {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'boolean') return raw ? ONE : ZERO;
  const value = typeof raw === 'number' || typeof raw === 'string' ? readExact(raw) : null;
  if (value === null) throw mistake(path(), '应为数');
  return value;
}
