import { type Amount, type Decimal, decimal, subtract, sum } from '../money/decimal.ts';

/** A part of what was signed: how many, how much, what came in of it. Counts may be fractions where projects are shared. */
export interface MixRow {
  readonly label: string;
  readonly leads: Decimal;
  readonly count: Decimal;
  readonly amount: Amount;
  readonly funds: Amount;
}

/** Where signings came from: found by oneself, at events of the level above, not said. */
export interface Sources {
  readonly own: Decimal;
  readonly upper: Decimal;
  readonly unsaid: Decimal;
}

/** What makes up the signings of a stretch. In each list the rows add up to `total`. */
export interface Mix {
  readonly total: MixRow;
  readonly tiers: readonly MixRow[];
  readonly origins: readonly MixRow[];
  readonly methods: readonly MixRow[];
  readonly inChains: MixRow;
  /** From outside the province, overseas included. */
  readonly outside: MixRow;
  readonly sources: Sources;
}

/** What an office counts by: bounds of size tiers (万元, rising), its methods, those of them that are the level above's events. */
export interface MixBy {
  readonly sizeTiers: readonly string[];
  readonly sourceMethods: readonly string[];
  readonly upperMethods: readonly string[];
}

interface Part {
  readonly label: string;
  /** What narrows a figure to it ("/1亿以上"). */
  readonly tail: string;
}

const METRICS = { leads: 'lead_count', count: 'signed_count', amount: 'signed_amount', funds: 'funds' } as const;

/** Size tiers from their bounds: below the first, between two, from the last on. */
export function tierParts(bounds: readonly string[]): readonly Part[] {
  const [first] = bounds;
  if (first === undefined) return [];
  return [
    { label: `${sizeText(first)}以下`, tail: `/${first}万以下` },
    ...bounds.map((from, at): Part => {
      const next = bounds[at + 1];
      return next === undefined
        ? { label: `${sizeText(from)}以上`, tail: `/${from}万以上` }
        : { label: `${sizeText(from)}-${sizeText(next)}`, tail: `/${from}万-${next}万` };
    }),
  ];
}

/** "5000万", "1亿". */
const sizeText = (wan: string): string => (/0000$/.test(wan) ? `${wan.slice(0, -4)}亿` : `${wan}万`);

const ORIGINS = ['本地', '省内', '省外', '境外'] as const;
const methodParts = (methods: readonly string[]): readonly Part[] =>
  methods.map((label) => ({ label, tail: `/方式=${label}` }));

/** Every figure that a mix is made of, as schemes write them. */
export const mixFigures = (by: MixBy): readonly string[] =>
  [
    '',
    '/有产业链',
    ...ORIGINS.map((origin) => `/${origin}`),
    ...[...tierParts(by.sizeTiers), ...methodParts(by.sourceMethods)].map(({ tail }) => tail),
  ].flatMap((tail) => Object.values(METRICS).map((metric) => metric + tail));

/** A mix from its figures. What no part holds (a project without a size, an origin, a method) is a row of its own: 未填. */
export function mixOf(figure: (name: string) => Decimal, by: MixBy): Mix {
  const row = ({ label, tail }: Part): MixRow => ({
    label,
    leads: figure(METRICS.leads + tail),
    count: figure(METRICS.count + tail),
    amount: figure(METRICS.amount + tail) as Amount,
    funds: figure(METRICS.funds + tail) as Amount,
  });
  const total = row({ label: '合计', tail: '' });
  const [local, province, outside, overseas] = ORIGINS.map((origin) => row({ label: origin, tail: `/${origin}` }));
  if (!local || !province || !outside || !overseas) throw new RangeError('an origin is missing');
  const origins = [
    local,
    { ...less(province, local), label: '省内市外' },
    { ...less(outside, overseas), label: '省外境内' },
    overseas,
  ];
  const methods = methodParts(by.sourceMethods).map(row);
  const upper = sum(methods.filter(({ label }) => by.upperMethods.includes(label)).map(({ count }) => count));
  const said = sum(methods.map(({ count }) => count));
  return {
    total,
    tiers: withRest(tierParts(by.sizeTiers).map(row), total),
    origins: withRest(origins, total),
    methods: withRest(methods, total),
    inChains: row({ label: '有产业链', tail: '/有产业链' }),
    outside,
    sources: { own: subtract(said, upper), upper, unsaid: subtract(total.count, said) },
  };
}

const less = (a: MixRow, b: MixRow): MixRow => ({
  label: a.label,
  leads: subtract(a.leads, b.leads),
  count: subtract(a.count, b.count),
  amount: subtract(a.amount, b.amount),
  funds: subtract(a.funds, b.funds),
});

const NOTHING: MixRow = {
  label: '未填',
  leads: decimal('0'),
  count: decimal('0'),
  amount: decimal<Amount>('0'),
  funds: decimal<Amount>('0'),
};

/** The rows that hold anything, and what is left of the total. */
function withRest(rows: readonly MixRow[], total: MixRow): readonly MixRow[] {
  const rest = { ...rows.reduce(less, total), label: NOTHING.label };
  return [...rows, rest].filter((row) => [row.leads, row.count, row.amount, row.funds].some((value) => value !== '0'));
}
