import { type Exact, isExact, readExact } from '../money/exact.ts';
import { anything, choice, list, type Node, named, need, record, type Shape, text, tuple, ways } from './shape.ts';
import { type Value, value } from './value.ts';

const OPERATORS = ['==', '!=', '>', '>=', '<', '<=', 'in', 'not_in'] as const;
export type Operator = (typeof OPERATORS)[number];

/** `[value, op, constant]`, or all, any or not of such. V is what a value may be. */
export type ConditionOn<V> =
  | readonly [V, Operator, unknown]
  | { readonly all: readonly ConditionOn<V>[] }
  | { readonly any: readonly ConditionOn<V>[] }
  | { readonly not: ConditionOn<V> };

/** A condition on a unit. */
export type Condition = ConditionOn<Value>;
/** A condition on a record of a list: values are names of its fields. */
export type RecordCondition = ConditionOn<string>;

/** The shapes behind the names `condition` and `record_condition`. */
export const conditionDefinitions = {
  condition: conditionShape<Value>('condition', value),
  record_condition: conditionShape<string>('record_condition', text),
};

function conditionShape<V>(name: string, operand: Shape<V>): Shape<ConditionOn<V>> {
  const again = named<ConditionOn<V>>(name);
  const comparison: Node = tuple([operand, choice(...OPERATORS), anything]);
  return ways<ConditionOn<V>>(
    { type: 'list', shape: comparison },
    { type: 'object', key: 'all', shape: record<{ all: readonly ConditionOn<V>[] }>({ all: need(list(again)) }) },
    { type: 'object', key: 'any', shape: record<{ any: readonly ConditionOn<V>[] }>({ any: need(list(again)) }) },
    { type: 'object', key: 'not', shape: record<{ not: ConditionOn<V> }>({ not: need(again) }) },
  );
}

/** What a condition looks at, by its value, for a subject (a unit, a record). */
export type Look<V, S> = (value: V) => (subject: S) => unknown;

/** The test that a condition writes down. */
export function testOf<V, S>(spec: ConditionOn<V>, look: Look<V, S>): (subject: S) => boolean {
  if ('all' in spec) {
    const tests = spec.all.map((one) => testOf(one, look));
    return (subject) => tests.every((test) => test(subject));
  }
  if ('any' in spec) {
    const tests = spec.any.map((one) => testOf(one, look));
    return (subject) => tests.some((test) => test(subject));
  }
  if ('not' in spec) {
    const test = testOf(spec.not, look);
    return (subject) => !test(subject);
  }
  const [value, operator, constant] = spec;
  const seen = look(value);
  const passes = comparison(operator, constant);
  return (subject) => passes(seen(subject));
}

/** Whether a value passes `op constant`. Comparing null is false, except for == and !=. */
export function comparison(operator: Operator, constant: unknown): (value: unknown) => boolean {
  if (operator === 'in' || operator === 'not_in') return membership(operator === 'in', constant);
  const fixed = plain(constant);
  switch (operator) {
    case '==':
      return (value) => same(plain(value), fixed);
    case '!=':
      return (value) => !same(plain(value), fixed);
    case '>':
      return (value) => ordered(plain(value), fixed, (sign) => sign > 0);
    case '>=':
      return (value) => ordered(plain(value), fixed, (sign) => sign >= 0);
    case '<':
      return (value) => ordered(plain(value), fixed, (sign) => sign < 0);
    case '<=':
      return (value) => ordered(plain(value), fixed, (sign) => sign <= 0);
  }
}

function membership(wanted: boolean, constant: unknown): (value: unknown) => boolean {
  const options = (Array.isArray(constant) ? constant : [constant]).map(plain);
  return (value) => {
    const found = plain(value);
    return found !== null && options.some((option) => same(found, option)) === wanted;
  };
}

type Plain = Exact | string | boolean | null;

function plain(value: unknown): Plain {
  if (typeof value === 'number') return readExact(value);
  if (typeof value === 'string' || typeof value === 'boolean' || isExact(value)) return value;
  return null;
}

function same(a: Plain, b: Plain): boolean {
  if (a === null || b === null) return a === b;
  return ordered(a, b, (sign) => sign === 0);
}

function ordered(a: Plain, b: Plain, wanted: (sign: number) => boolean): boolean {
  const sign = signOf(a, b);
  return sign !== null && wanted(sign);
}

/** −1, 0 or 1; null where the two cannot be compared. Texts compare as text, so that ISO dates work. */
function signOf(a: Plain, b: Plain): number | null {
  if (a === null || b === null) return null;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  const left = asNumber(a);
  const right = asNumber(b);
  return left === null || right === null ? null : left.compare(right);
}

function asNumber(value: Exclude<Plain, null>): Exact | null {
  if (typeof value === 'string') return readExact(value);
  return typeof value === 'boolean' ? readExact(value ? 1 : 0) : value;
}
