import { addMonths, type CalendarDate } from '../calendar/date.ts';
import { round } from '../money/decimal.ts';
import { type Exact, exactNumber, readExact, sumExact, ZERO } from '../money/exact.ts';
import { splitExactly } from '../money/split.ts';
import { dict, integer, may, need, notNegative, record, type Shape, text } from '../scoring/shape.ts';

/** A sharing rule (利益共享): who gets which part of what comes in within the term. */
export interface SharingRule {
  readonly id?: string;
  readonly title?: string;
  readonly source?: string;
  readonly notes?: string;
  readonly shares: Readonly<Record<string, number>>;
  /** Length of the term; without it the term has no end. */
  readonly years?: number;
  /** First day of the term, item by item (税收, 产值 …); an item without one has not begun. */
  readonly starts: Readonly<Record<string, CalendarDate>>;
  /** Who gets all before the term, and after it; the last party where absent. */
  readonly before?: string;
  readonly after?: string;
  readonly places?: number;
}

export const sharingRuleShape: Shape<SharingRule> = record<SharingRule>({
  id: may(text),
  title: may(text),
  source: may(text),
  notes: may(text),
  shares: need(dict(notNegative)),
  years: may(integer({ least: 0 })),
  starts: need(dict(text as Shape<CalendarDate>)),
  before: may(text),
  after: may(text),
  places: may(integer({ least: 0, most: 10 })),
});

/** A dated figure to share: tax, output, investment in 万元, or a count. */
export interface SharedEntry {
  readonly item: string;
  readonly date: CalendarDate;
  readonly amount: number | string;
}

const PLACES = 2;
const MONTHS = 12;

/** Each party's part of one entry as text; parts before the last are truncated, the last takes the rest. */
export function sharesOf(rule: SharingRule, entry: SharedEntry): Readonly<Record<string, string>> {
  const places = rule.places ?? PLACES;
  const figure = readExact(entry.amount) ?? ZERO;
  const parties = Object.keys(rule.shares);
  const sole = soleParty(rule, entry, parties.at(-1) ?? '');
  if (sole !== null) return { [sole]: round(figure, places) };
  const shares = Object.values(rule.shares).map(exactNumber);
  const parts = splitExactly(figure, shares, { places, mode: 'down' });
  return Object.fromEntries(parties.map((party, index) => [party, parts[index] ?? round(ZERO, places)]));
}

/** Who gets everything, because the entry is outside the term; null within it. The day after the last is outside. */
function soleParty(rule: SharingRule, { item, date }: SharedEntry, last: string): string | null {
  const start = Object.hasOwn(rule.starts, item) ? rule.starts[item] : undefined;
  if (start === undefined || date < start) return rule.before ?? last;
  const isOver = rule.years !== undefined && date >= addMonths(start, rule.years * MONTHS);
  return isOver ? (rule.after ?? last) : null;
}

/** Item by item, what each party has got in all. */
export function sharingTotals(
  rule: SharingRule,
  entries: readonly SharedEntry[],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const sums = new Map<string, Map<string, Exact[]>>();
  for (const entry of entries) {
    const parties = sums.get(entry.item) ?? new Map<string, Exact[]>();
    sums.set(entry.item, parties);
    for (const [party, part] of Object.entries(sharesOf(rule, entry))) {
      parties.set(party, [...(parties.get(party) ?? []), readExact(part) ?? ZERO]);
    }
  }
  const places = rule.places ?? PLACES;
  const printed = (parties: Map<string, Exact[]>) =>
    Object.fromEntries([...parties].map(([party, parts]) => [party, round(sumExact(parts), places)]));
  return Object.fromEntries([...sums].map(([item, parties]) => [item, printed(parties)]));
}
