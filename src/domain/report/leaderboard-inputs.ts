import type { Decimal } from '../money/decimal.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { TargetMetric } from '../target/target.ts';
import type { UnitFacts } from './facts.ts';
import type { PeersPart, ReportHead } from './model.ts';

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
  /** From 1 January to the period's end. */
  readonly cumulative: FactsByUnit;
  /** The same up to the end of the period before; null in January. */
  readonly before: FactsByUnit | null;
  /** The period's last month alone. */
  readonly month: FactsByUnit;
  /** The same stretch of last year; null when nothing is known of it. */
  readonly lastYear: FactsByUnit | null;
  readonly pace: string;
  /** With its rates written out. */
  readonly scheme: Scheme;
  readonly provisional: boolean;
  /** What the scheme names beyond the usual; absent when it names nothing more. */
  readonly more?: { readonly cumulative: MoreFigures; readonly before: MoreFigures | null };
  /** Units that are ranked but get no flag. */
  readonly unflagged?: readonly number[];
  readonly peers?: PeersPart;
}

/** Figures that a scheme names beyond those every board has, by unit; a unit without one has 0. */
export interface MoreFigures {
  readonly names: readonly string[];
  readonly byUnit: ReadonlyMap<number, Readonly<Record<string, Decimal>>>;
}
