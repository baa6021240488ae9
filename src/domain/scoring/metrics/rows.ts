import { type Exact, exactNumber, greatest, ONE, sumExact } from '../../money/exact.ts';
import type { Unit } from '../board.ts';
import { type RecordCondition, testOf } from '../condition.ts';
import { inputPath, rawInput, readNumber } from '../input.ts';
import { mistake } from '../mistake.ts';
import { type Concern, choice, list, may, need, number, record, text } from '../shape.ts';
import { recordCondition } from '../value.ts';
import type { MetricKind } from './metric.ts';

/**
 * Over a list of records (projects, entries, activities): `where` filters, `distinct` keeps the first that is left for
 * each value of a field (a record without a value is kept), then each gives field × `share` (null = 1) × `coef`; a count
 * gives share × coef. In each group of `coef` the first that matches applies (none = 1), and the groups multiply.
 * No record: count and sum 0, max null. A list that is itself null is not known: null.
 */
export interface Rows {
  readonly kind: 'rows';
  readonly from: string;
  readonly do: 'count' | 'sum' | 'max';
  readonly field?: string;
  readonly where?: RecordCondition;
  readonly share?: string;
  readonly coef?: readonly (readonly Coefficient[])[];
  readonly distinct?: string;
}

export interface Coefficient {
  readonly when?: RecordCondition;
  readonly factor: number;
}

type Fields = Readonly<Record<string, unknown>>;
type Factor = (fields: Fields) => Exact;
/** A record with its place in the list. */
interface Entry {
  readonly index: number;
  readonly fields: Fields;
}

export const rows: MetricKind<Rows> = {
  shape: record<Rows>(
    {
      kind: need(choice('rows')),
      from: need(text),
      do: need(choice('count', 'sum', 'max')),
      field: may(text),
      where: may(recordCondition),
      share: may(text),
      coef: may(list(list(record<Coefficient>({ when: may(recordCondition), factor: need(number) })))),
      distinct: may(text),
    },
    needsField,
  ),
  measure: (metric) => {
    const passes = metric.where ? testOf(metric.where, look) : () => true;
    const factors = (metric.coef ?? []).map(factorOf);
    return (unit) => {
      const entries = entriesOf(unit, metric.from);
      if (entries === null) return null;
      const left = distinct(
        entries.filter(({ fields }) => passes(fields)),
        metric.distinct,
      );
      const worths = left.flatMap((entry) => worth(metric, unit, entry, factors) ?? []);
      return metric.do === 'max' ? greatestOf(worths) : sumExact(worths);
    };
  },
};

function needsField(metric: Rows): Concern {
  const lacks = metric.do !== 'count' && metric.field === undefined;
  return lacks ? { at: 'field', message: '求和、取最大时要写明字段 field' } : null;
}

const look = (field: string) => (fields: Fields) => (Object.hasOwn(fields, field) ? fields[field] : null);

function factorOf(group: readonly Coefficient[]): Factor {
  const cases = group.map(({ when, factor }) => ({
    passes: when ? testOf(when, look) : () => true,
    factor: exactNumber(factor),
  }));
  return (fields) => cases.find(({ passes }) => passes(fields))?.factor ?? ONE;
}

function entriesOf(unit: Unit, from: string): readonly Entry[] | null {
  const raw = rawInput(unit, from);
  if (raw === null) return null;
  if (!Array.isArray(raw)) throw mistake(inputPath(unit, from), '应为记录的列表');
  return raw.map((entry: unknown, index) => {
    const isRecord = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
    if (!isRecord) throw mistake(`${inputPath(unit, from)}[${index}]`, '应为一条记录');
    return { index, fields: entry as Fields };
  });
}

function distinct(entries: readonly Entry[], field: string | undefined): readonly Entry[] {
  if (field === undefined) return entries;
  const seen = new Set<unknown>();
  return entries.filter(({ fields }) => {
    const value = look(field)(fields) ?? null;
    if (value !== null && seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}

function worth(metric: Rows, unit: Unit, { index, fields }: Entry, factors: readonly Factor[]): Exact | null {
  const path = (field: string) => `${inputPath(unit, metric.from)}[${index}].${field}`;
  const read = (field: string) => readNumber(look(field)(fields), () => path(field));
  const base = metric.do === 'count' ? ONE : read(metric.field ?? '');
  const share = metric.share === undefined ? null : read(metric.share);
  const own = share === null ? base : (base?.mul(share) ?? null);
  return own && factors.reduce((product, factor) => product.mul(factor(fields)), own);
}

const greatestOf = ([first, ...rest]: readonly Exact[]): Exact | null =>
  first === undefined ? null : rest.reduce(greatest, first);
