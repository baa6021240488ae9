import type { CalendarDate } from '../calendar/date.ts';
import { ENTRY_KINDS, type EntryKind } from '../ledger/entry.ts';
import { type Decimal, exact, toDecimal } from '../money/decimal.ts';
import type { Stage } from '../project/project.ts';
import { NO_FACTS, totalFacts, type UnitFacts } from './facts.ts';

/** Something reported and not yet verified, as one unit would be credited with it. */
export interface WaitingItem {
  /** What staff verify: "X12" for a stage move, "L5" for an entry. */
  readonly record: string;
  readonly project: string;
  readonly what: { readonly stage: Stage } | { readonly ledger: EntryKind };
  /** The agreement's or the entry's amount, in its unit; null for a move without one. */
  readonly amount: Decimal | null;
  readonly occurredOn: CalendarDate;
  readonly unitId: number;
  readonly share: Decimal;
  /** Whether any proof came along: a voucher, words, a file. */
  readonly proved: boolean;
}

const BY_STAGE: Readonly<Partial<Record<Stage, keyof UnitFacts>>> = {
  签约: 'signedCount',
  落地: 'landedCount',
  开工: 'startedCount',
  投产: 'producingCount',
};
const BY_LEDGER: Readonly<Partial<Record<EntryKind, keyof UnitFacts>>> = {
  funds: 'funds',
  'fixed-assets': 'fixedAssets',
  'foreign-capital': 'fdi',
};

/** What a unit's figures would gain were the item verified. */
export function factsOf({ what, amount, share }: WaitingItem): UnitFacts {
  const cut = (value: Decimal | null): Decimal => toDecimal(exact(value ?? ('0' as Decimal)).mul(exact(share)));
  if ('ledger' in what) {
    const field = BY_LEDGER[what.ledger];
    return field ? ({ ...NO_FACTS, [field]: cut(amount) } as UnitFacts) : NO_FACTS;
  }
  const field = BY_STAGE[what.stage];
  const counted = field ? { ...NO_FACTS, [field]: share } : NO_FACTS;
  return what.stage === '签约' ? ({ ...counted, signedAmount: cut(amount) } as UnitFacts) : counted;
}

/** A unit's figures with everything of its own that waits. */
export const withWaiting = (facts: UnitFacts, items: readonly WaitingItem[]): UnitFacts =>
  totalFacts([facts, ...items.map(factsOf)]);

const PROOFS: Readonly<Partial<Record<Stage, string>>> = {
  签约: '合同',
  落地: '营业执照或土地手续',
  开工: '施工许可或现场照片',
  投产: '投产证明',
};

/** The proof that is still asked for; null when something came along. */
export function missingProof({ what, proved }: Pick<WaitingItem, 'what' | 'proved'>): string | null {
  if (proved) return null;
  return 'ledger' in what ? `${ENTRY_KINDS[what.ledger].name}凭证` : (PROOFS[what.stage] ?? null);
}
