import { round } from '../money/decimal.ts';
import { type Exact, ONE, readExact, sumExact, ZERO } from '../money/exact.ts';
import { splitExactly } from '../money/split.ts';
import { mistake } from '../scoring/mistake.ts';
import type { Instalment, Split } from './rule.ts';

/** Who brought the project: `kind` (公职人员, 企业家 …) may bar, `share` is the part where the rule splits by ratio. */
export interface Referrer {
  readonly name: string;
  readonly kind?: string;
  readonly share?: number | string;
}

const CENTS = 2;

/** The referrers left when those of a barred kind are struck out, in their order. */
export const eligibleReferrers = (referrers: readonly Referrer[], barred: readonly string[]): readonly Referrer[] =>
  referrers.filter(({ kind }) => kind === undefined || !barred.includes(kind));

/**
 * Each referrer's part in 元: all to the first, equal parts, or by `share`. Parts are cut down to the cent, the last takes
 * the rest. Where the rule does not say: by share if everyone has one, else equal.
 */
export function shareOut(
  amount: Exact,
  referrers: readonly Referrer[],
  mode: Split['mode'] = referrers.every(({ share }) => share !== undefined) ? 'ratio' : 'equal',
): Readonly<Record<string, string>> {
  const sharing = mode === 'first_only' ? referrers.slice(0, 1) : referrers;
  const shares = sharing.map((one, index) => (mode === 'ratio' ? shareOf(one, index) : ONE));
  return byName(
    sharing.map(({ name }) => name),
    splitExactly(amount, shares, { places: CENTS, mode: 'down' }),
  );
}

function shareOf({ share }: Referrer, index: number): Exact {
  const value = share === undefined ? null : readExact(share);
  if (value === null || value.compare(ZERO) < 0)
    throw mistake(`referrers[${index}].share`, '按比例分配时每人都要有份额');
  return value;
}

/** Instalments: earlier ones are rounded, the last takes the rest; what is payable by the milestones reached. */
export function instalmentsOf(
  amount: Exact,
  parts: readonly Instalment[],
  milestones: unknown,
): { readonly pay: Readonly<Record<string, string>>; readonly payable_now: string } {
  const shares = parts.map(({ share }) => readExact(share) ?? ZERO);
  const pay = splitExactly(amount, shares, { places: CENTS, mode: 'half_up' });
  const reached = Array.isArray(milestones) ? milestones : [];
  const due = pay.filter((_, index) => reached.includes(parts[index]?.on));
  return {
    pay: byName(
      parts.map(({ on }) => on),
      pay,
    ),
    payable_now: totalOf(due),
  };
}

/** Parts by name; parts of one name add up. */
function byName(names: readonly string[], parts: readonly string[]): Readonly<Record<string, string>> {
  const sums = new Map<string, readonly string[]>();
  names.forEach((name, index) => {
    sums.set(name, [...(sums.get(name) ?? []), parts[index] ?? '0']);
  });
  return Object.fromEntries(
    [...sums].map(([name, some]) => [name, some.length === 1 ? (some[0] ?? '0') : totalOf(some)]),
  );
}

const totalOf = (parts: readonly string[]): string =>
  round(sumExact(parts.map((part) => readExact(part) ?? ZERO)), CENTS);
