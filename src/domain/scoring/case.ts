import { type Exact, exactText, isExact, readExact } from '../money/exact.ts';
import type { UnitInput } from './board.ts';
import { demand, typeOf } from './check.ts';
import { type Evaluation, evaluate, type Outcome } from './evaluate.ts';
import { type Mistake, mistakeIn, below as step } from './mistake.ts';
import { readPeriod } from './read-period.ts';
import { readScheme } from './read-scheme.ts';
import { printed } from './rounding.ts';
import type { Scheme } from './scheme.ts';

/** A line of results, in the form of `expected` in the golden cases; `exact` holds every worked-out figure. */
export interface CaseResult {
  readonly name: string;
  readonly group?: string;
  /** As printed: text with fixed places; null = no figure. */
  readonly values: Readonly<Record<string, string | null>>;
  /** Exact decimal text; expansions without end (1/3) are cut to 30 significant digits. */
  readonly exact: Readonly<Record<string, string | null>>;
  readonly rank: number | null;
  readonly awards: readonly string[];
}

export type CaseAnswer =
  | { readonly id: string | null; readonly results: readonly CaseResult[] }
  | { readonly id: string | null; readonly error: Mistake };

/** Works out a scoring case `{id, scheme, units, period?}`; never throws for what is wrong with the case. */
export function scoreCase(input: unknown): CaseAnswer {
  const id = idOf(input);
  try {
    demand('object', input, '');
    const { scheme: written, units, period } = input as Readonly<Record<string, unknown>>;
    demand('object', written, 'scheme');
    const scheme = readScheme(written);
    const evaluation = evaluate(scheme, readUnits(units), readPeriod(period) ?? scheme.period?.progress);
    return { id, results: evaluation.outcomes.map((outcome) => resultOf(scheme, evaluation, outcome)) };
  } catch (error) {
    const found = mistakeIn(error);
    if (!found) throw error;
    return { id, error: found };
  }
}

/** The id of a case; null when it has none. */
export function idOf(input: unknown): string | null {
  if (typeOf(input) !== 'object') return null;
  const { id } = input as { readonly id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

/** One unit's line. */
function resultOf(scheme: Scheme, { figures }: Evaluation, { unit, rank, awards }: Outcome): CaseResult {
  const shown = Object.entries(scheme.show ?? {}).map(([name, show]) => {
    const words = wordsIn(figures.look(name)(unit));
    return [name, words ?? ifKnown(figures.measure(name)(unit), (figure) => printed(figure, show))] as const;
  });
  const names = [...new Set([...figures.names, ...Object.keys(scheme.show ?? {})])];
  const exact = names.map(
    (name) => [name, exactOf(figures.look(name)(unit), () => figures.measure(name)(unit))] as const,
  );
  return {
    name: unit.name,
    ...(unit.group === null ? {} : { group: unit.group }),
    values: Object.fromEntries(shown),
    exact: Object.fromEntries(exact),
    rank,
    awards,
  };
}

function exactOf(value: unknown, measure: () => Exact | null): string | null {
  return wordsIn(value) ?? ifKnown(isExact(value) ? value : measure(), exactText);
}

/** A text that is no decimal (优秀): it is printed as it is. */
const wordsIn = (value: unknown): string | null =>
  typeof value === 'string' && readExact(value) === null ? value : null;

const ifKnown = <T>(value: Exact | null, give: (value: Exact) => T): T | null => (value === null ? null : give(value));

function readUnits(input: unknown): readonly UnitInput[] {
  demand('list', input, 'units');
  return (input as readonly unknown[]).map((unit, index) => readUnit(unit, step('units', index)));
}

function readUnit(input: unknown, path: string): UnitInput {
  demand('object', input, path);
  const { name, group, inputs } = input as Readonly<Record<string, unknown>>;
  demand('text', name, step(path, 'name'));
  if (group !== undefined && group !== null) demand('text', group, step(path, 'group'));
  if (inputs !== undefined && inputs !== null) demand('object', inputs, step(path, 'inputs'));
  return {
    name: String(name),
    ...(typeof group === 'string' ? { group } : {}),
    inputs: (inputs ?? {}) as UnitInput['inputs'],
  };
}
