import type { RawBuilder } from 'kysely';
import type { Books } from '../../domain/calendar/books.ts';
import type { WorkCalendar } from '../../domain/calendar/workday.ts';
import type { Decimal } from '../../domain/money/decimal.ts';
import type { BehindRow } from '../../domain/report/behind.ts';
import type { KnownSpan, Narrow, Since } from '../../domain/report/figure-name.ts';
import type { OrgTx } from '../org-transaction.ts';

/** What a scheme may name: one file each. `how` is its 口径, printed where people ask how a figure is counted. */
export type Metric = FactMetric | RateMetric;

interface Described {
  /** In schemes ("signed_count"). */
  readonly name: string;
  /** In schemes and in chat ("签约项目数"). */
  readonly label: string;
  readonly unit: '个' | '万元' | '万美元' | '条' | '次' | '件' | '%' | '半天' | '万元/个';
  readonly how: string;
}

/** A figure read from records: an aggregate over the rows of a source. */
export interface FactMetric extends Described {
  readonly source: Source;
  /** The aggregate of rows `r` for which the condition holds. */
  readonly measure: (when: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Optional columns of the source that the aggregate reads. */
  readonly needs?: readonly string[];
  /** A column of which each value counts once in a unit, however many rows have it. */
  readonly once?: string;
  /** Which signings it looks at when the scheme does not say. */
  readonly since?: Since;
  readonly graceMonths?: number;
}

/** One figure over another, exact; nothing below: not known. What narrows it narrows both. */
export interface RateMetric extends Described {
  readonly over: string;
  readonly under: string;
}

/** What is measured: which days, known at which instant, for rates which signings. */
export interface Scope extends KnownSpan {
  readonly timeZone: string;
  readonly calendar: WorkCalendar;
  readonly books: Books;
  readonly since: Since;
  readonly graceMonths: number;
}

/** One figure wanted of a source. */
export interface Wanted {
  readonly key: string;
  readonly metric: FactMetric;
  readonly narrows: readonly Narrow[];
}

/** By unit, then by the key of what was wanted. */
export type Figures = ReadonlyMap<number, Readonly<Record<string, Decimal>>>;

/** Where figures come from: one query for all that is wanted of one scope; and the rows behind one of them. */
export interface Source {
  readonly name: string;
  /** By what its rows can be narrowed. */
  readonly narrows: readonly Narrow['by'][];
  read(tx: OrgTx, scope: Scope, wanted: readonly Wanted[]): Promise<Figures>;
  /** What makes up the figure in these units, oldest first, at most so many rows. */
  list(tx: OrgTx, scope: Scope, wanted: Wanted, units: readonly number[], most: number): Promise<readonly BehindRow[]>;
}
