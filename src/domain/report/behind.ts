import type { CalendarDate } from '../calendar/date.ts';
import { type Decimal, exact, isZero, toDecimal } from '../money/decimal.ts';

/** A record behind a figure (口径): what it is, and what it adds. What all rows add is the figure, exactly. */
export interface BehindRow {
  readonly unitId: number;
  /** "L12", "X5", "R3"; null: no record (the workdays of a month). */
  readonly record: string | null;
  readonly projectId: number | null;
  /** The project's name, the task's title, what the activity was. */
  readonly what: string;
  /** The unit's share of it on the day it happened (1: all). */
  readonly share: Decimal;
  /** After shares, in the figure's own measure. */
  readonly adds: Decimal;
  readonly happenedOn: CalendarDate | null;
  /** The day it is booked on, where that is not the day it happened. */
  readonly bookedOn: CalendarDate | null;
  readonly late: boolean;
}

/** A row of a rate: what it adds above (`adds`) and below the line. */
export interface RateRow extends BehindRow {
  readonly under: Decimal;
}

const NOTHING = '0' as Decimal;

/** The row's figure before shares. */
export const wholeOf = ({ adds, share }: BehindRow): Decimal =>
  isZero(share) ? NOTHING : toDecimal(exact(adds).div(exact(share)));

/** The rows below the line, each with what it adds above; then those that stand above only. */
export function rateRows(over: readonly BehindRow[], under: readonly BehindRow[]): readonly RateRow[] {
  const above = new Map<string, BehindRow[]>();
  for (const row of over) above.set(keyOf(row), [...(above.get(keyOf(row)) ?? []), row]);
  const met = under.map((row): RateRow => {
    const [same, ...left] = above.get(keyOf(row)) ?? [];
    above.set(keyOf(row), left);
    return { ...row, adds: same?.adds ?? NOTHING, under: row.adds };
  });
  const only = over.filter((row) => above.get(keyOf(row))?.includes(row));
  return [...met, ...only.map((row): RateRow => ({ ...row, under: NOTHING }))];
}

const keyOf = ({ unitId, record, what, happenedOn }: BehindRow): string =>
  [unitId, record ?? what, happenedOn].join(' ');

/** Rows of things that count once for each key: the first of a key keeps what it adds, the others add nothing. */
export function countedOnce<Row extends BehindRow>(
  rows: readonly (Row & { readonly onceKey: string })[],
): readonly Row[] {
  const seen = new Set<string>();
  return rows.map(({ onceKey, ...row }) => {
    const key = `${row.unitId} ${onceKey}`;
    const known = seen.has(key);
    seen.add(key);
    return (known ? { ...row, adds: NOTHING } : row) as unknown as Row;
  });
}
