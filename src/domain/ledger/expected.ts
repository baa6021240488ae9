import type { CalendarDate } from '../calendar/date.ts';
import { type Decimal, exact, sum, toDecimal } from '../money/decimal.ts';
import type { EntryKind } from './entry.ts';

/** The ledgers whose money can be told ahead. */
const EXPECTED_KINDS = ['funds', 'fixed-assets', 'foreign-capital'] as const satisfies readonly EntryKind[];

/** A ledger whose money can be told ahead. */
export type ExpectedKind = (typeof EXPECTED_KINDS)[number];

/** Money that is about to arrive (预计到账): told by the unit, beside the ledger, never counted. */
export interface Expected {
  readonly id: number;
  readonly projectId: number;
  readonly projectName: string;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly kind: ExpectedKind;
  /** Its first day. */
  readonly month: CalendarDate;
  /** In the ledger's unit. */
  readonly amount: Decimal;
  /** Percent. */
  readonly likelihood: number | null;
  /** What the ledger holds of it: reported or verified entries of that month, in the ledger's unit. */
  readonly arrived: Decimal;
}

/** come: the ledger holds it all · late: its month is over and it does not · due: still to come. */
export function standingOf(
  { amount, arrived, month }: Pick<Expected, 'amount' | 'arrived' | 'month'>,
  today: CalendarDate,
): 'come' | 'late' | 'due' {
  if (exact(arrived).compare(exact(amount)) >= 0) return 'come';
  return month.slice(0, 7) < today.slice(0, 7) ? 'late' : 'due';
}

/** What is expected of a month in one ledger, whole and weighed by likelihood (told without one counts whole). */
export interface ExpectedTotal {
  readonly kind: ExpectedKind;
  readonly month: CalendarDate;
  readonly amount: Decimal;
  readonly weighed: Decimal;
  readonly arrived: Decimal;
}

/** The sums by month and ledger, earliest month first. */
export function totalsOf(rows: readonly Expected[]): readonly ExpectedTotal[] {
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  return months.flatMap((month) =>
    EXPECTED_KINDS.flatMap((kind) => {
      const here = rows.filter((row) => row.month === month && row.kind === kind);
      if (here.length === 0) return [];
      const weighed = here.map(({ amount, likelihood }) =>
        toDecimal(
          exact(amount)
            .mul(likelihood ?? 100)
            .div(100),
        ),
      );
      return [
        {
          kind,
          month,
          amount: sum(here.map(({ amount }) => amount)),
          weighed: sum(weighed),
          arrived: sum(here.map(({ arrived }) => arrived)),
        },
      ];
    }),
  );
}
