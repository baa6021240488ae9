import type { BookSettings } from '../calendar/books.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { TargetMetric } from '../target/target.ts';
import type { UnitFacts } from './facts.ts';
import type { Asides, PeersPart, ReportHead } from './model.ts';

/** A unit that is assessed, in official order. */
export interface BoardUnit {
  readonly id: number;
  readonly name: string;
  /** Ranking group ("乡镇组"). */
  readonly group: string;
}

/** Facts of every unit over one stretch. */
export type FactsByUnit = ReadonlyMap<number, UnitFacts>;

/** A unit's annual targets by metric. */
export type TargetsByUnit = ReadonlyMap<number, Readonly<Partial<Record<TargetMetric, Decimal>>>>;

/** Everything a leaderboard is made of: stored with the report, so that it can be computed again digit for digit. */
export interface LeaderboardInputs {
  readonly head: ReportHead;
  readonly units: readonly BoardUnit[];
  readonly targets: TargetsByUnit;
  /** From the task year's first day to the period's end. */
  readonly cumulative: FactsByUnit;
  /** The same up to the end of the period before; null in the task year's first. */
  readonly before: FactsByUnit | null;
  /** The period's last month alone. */
  readonly month: FactsByUnit;
  /** The same stretch of last year as known at the cut-off (补报 and corrections included); null when nothing is known. */
  readonly lastYear: FactsByUnit | null;
  /** The same as it was known then (原报); null when nothing was, absent in reports from before it was kept. */
  readonly lastYearThen?: FactsByUnit | null;
  /** By which books the days of all these were cut; absent in reports from before they were kept: calendar months. */
  readonly books?: BookSettings;
  readonly pace: string;
  /** With its rates written out. */
  readonly scheme: Scheme;
  readonly provisional: boolean;
  /** 补报 among the month's figures; absent in reports from before it was told. */
  readonly late?: FactsByUnit;
  /** A month, half or year that ends with a quarter: its yellow flags are told after the quarter's quiet check only. */
  readonly yellowHeld?: boolean;
  /** What the scheme names beyond the usual; absent when it names nothing more. */
  readonly more?: { readonly cumulative: MoreFigures; readonly before: MoreFigures | null };
  /** Units that are ranked but get no flag. */
  readonly unflagged?: readonly number[];
  readonly peers?: PeersPart;
  readonly asides?: Asides;
}

/** Figures that a scheme names beyond those every board has, by unit; a unit without one has 0. */
export interface MoreFigures {
  readonly names: readonly string[];
  readonly byUnit: ReadonlyMap<number, Readonly<Record<string, Decimal>>>;
}
