import { type Exact, exactNumber, greatest, least, ONE, sumExact, ZERO } from '../money/exact.ts';
import type { Condition } from '../scoring/condition.ts';
import { choice, list, may, need, number, record, type Shape, tagged } from '../scoring/shape.ts';
import { condition } from '../scoring/value.ts';

/** How the base is multiplied. */
export type Rate = FlatRate | WholeRate | MarginalRate | RateBy | RateRange;

/** One rate. */
export interface FlatRate {
  readonly mode: 'flat';
  readonly rate: number;
}

/** The tier reached applies to the whole base; `edge: above` when a tier's upper bound still belongs to it. */
export interface WholeRate {
  readonly mode: 'whole';
  readonly rows: readonly Tier[];
  readonly edge?: 'at' | 'above';
}

/** Each slice at its own rate. */
export interface MarginalRate {
  readonly mode: 'marginal';
  readonly rows: readonly Tier[];
}

/** The rate of the first row that holds; `else` (0) when none does. */
export interface RateBy {
  readonly mode: 'by';
  readonly rows: readonly { readonly when?: Condition; readonly rate: number }[];
  readonly else?: number;
}

/** A low and a high rate for the tier reached: both are given, a person with authority fixes one. */
export interface RateRange {
  readonly mode: 'whole_range';
  readonly rows: readonly { readonly from: number; readonly low: number; readonly high: number }[];
  readonly edge?: 'at' | 'above';
}

export interface Tier {
  readonly from: number;
  readonly rate: number;
}

type ByRow = RateBy['rows'][number];
type RangeRow = RateRange['rows'][number];

const tiers = list(record<Tier>({ from: need(number), rate: need(number) }), 1);
const edge = may(choice('at', 'above'));

/** How a rate is written. */
export const rateShape: Shape<Rate> = tagged<Rate>('mode', {
  flat: { shape: record<FlatRate>({ mode: need(choice('flat')), rate: need(number) }) },
  whole: { shape: record<WholeRate>({ mode: need(choice('whole')), rows: need(tiers), edge }) },
  marginal: { shape: record<MarginalRate>({ mode: need(choice('marginal')), rows: need(tiers) }) },
  by: {
    shape: record<RateBy>({
      mode: need(choice('by')),
      rows: need(list(record<ByRow>({ when: may<Condition>(condition), rate: need(number) }), 1)),
      else: may(number),
    }),
  },
  whole_range: {
    shape: record<RateRange>({
      mode: need(choice('whole_range')),
      rows: need(list(record<RangeRow>({ from: need(number), low: need(number), high: need(number) }), 1)),
      edge,
    }),
  },
});

/** What the rate makes of the base, in 万元: the same twice, but for a range. */
export interface Yield {
  readonly low: Exact;
  readonly high: Exact;
}

/** Base × rate; `holds` tests a condition on the project. */
export function yieldOf(rate: Rate | undefined, base: Exact, holds: (when: Condition) => boolean): Yield {
  if (rate?.mode === 'whole_range') {
    const tier = tierOf(rate.rows, base, rate.edge);
    return { low: base.mul(exactNumber(tier?.low ?? 0)), high: base.mul(exactNumber(tier?.high ?? 0)) };
  }
  const one = singleYield(rate, base, holds);
  return { low: one, high: one };
}

type SingleRate = Exclude<Rate, RateRange>;

function singleYield(rate: SingleRate | undefined, base: Exact, holds: (when: Condition) => boolean): Exact {
  switch (rate?.mode) {
    case undefined:
      return ZERO;
    case 'flat':
      return base.mul(exactNumber(rate.rate));
    case 'whole':
      return base.mul(exactNumber(tierOf(rate.rows, base, rate.edge)?.rate ?? 0));
    case 'marginal':
      return marginal(rate.rows, base);
    case 'by': {
      const row = rate.rows.find(({ when }) => when === undefined || holds(when));
      return base.mul(exactNumber(row?.rate ?? rate.else ?? 0));
    }
  }
}

function tierOf<T extends { readonly from: number }>(rows: readonly T[], base: Exact, edge: 'at' | 'above' = 'at') {
  const reached = rows.filter(({ from }) => base.compare(exactNumber(from)) >= (edge === 'above' ? 1 : 0));
  return reached.toSorted((a, b) => a.from - b.from).at(-1);
}

function marginal(rows: readonly Tier[], base: Exact): Exact {
  const sorted = rows.toSorted((a, b) => a.from - b.from);
  return sumExact(
    sorted.map(({ from, rate }, index) => {
      const next = sorted[index + 1];
      const top = next ? least(base, exactNumber(next.from)) : base;
      return greatest(ZERO, top.sub(exactNumber(from))).mul(exactNumber(rate));
    }),
  );
}

/** The product of factors, 1 for none. */
export const productOf = (factors: readonly Exact[]): Exact => factors.reduce((all, factor) => all.mul(factor), ONE);
