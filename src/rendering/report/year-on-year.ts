import { type Amount, type Decimal, type ForeignAmount, isZero } from '../../domain/money/decimal.ts';
import type { Compared, LeaderboardModel, ReportHead } from '../../domain/report/model.ts';
import { foreignMoney, growth, money } from '../format.ts';

/** "6月30日 17:00，为快报数", "7月20日 10:00，为终报数": the cut-off with what the figures are. */
export const cutOffText = ({ cutOffLabel, provisional }: ReportHead): string =>
  `${cutOffLabel}${provisional === undefined ? '' : provisional ? '，为快报数' : '，为终报数'}`;

/** "本月含补报：到位资金 500万元、新签约 1 个"; '' where there is none. */
export function lateText({ late }: LeaderboardModel): string {
  if (!late) return '';
  const parts = [
    isZero(late.funds) ? '' : `到位资金 ${money(late.funds)}`,
    isZero(late.signedCount) ? '' : `新签约 ${late.signedCount} 个`,
    isZero(late.startedCount) ? '' : `新开工 ${late.startedCount} 个`,
    isZero(late.fdi) ? '' : `外资 ${foreignMoney(late.fdi)}`,
  ];
  return `本月含补报：${parts.filter(Boolean).join('、')}`;
}

type Totals = LeaderboardModel['totals'];

const inUnits = (value: Decimal): string => `${value} 个`;

const LINES: readonly {
  readonly label: string;
  readonly of: (totals: Totals) => Compared;
  readonly shown: (value: Decimal) => string;
}[] = [
  { label: '到位资金', of: ({ funds }) => funds, shown: (value) => money(value as Amount) },
  { label: '新签约项目', of: ({ signedCount }) => signedCount, shown: inUnits },
  { label: '签约金额', of: ({ signedAmount }) => signedAmount, shown: (value) => money(value as Amount) },
  { label: '新开工项目', of: ({ startedCount }) => startedCount, shown: inUnits },
  { label: '实际使用外资', of: ({ fdi }) => fdi, shown: (value) => foreignMoney(value as ForeignAmount) },
];

/**
 * 同比 of a sum as posts say it: against last year as it was published then (原报: like is compared with like, neither holds
 * what came late); where nothing was known then, against last year as it is known today (现口径).
 */
export const grown = <Value extends Decimal>(
  { now, base, reported }: Compared<Value>,
  shown: (value: Value) => string = String,
): string => growth(now, reported ?? base, '同比', 1, shown);

/** Which of the two 同比 goes by, with the other one of the funds where it differs; '' where last year is not known. */
export function basisText({ funds }: Totals): string {
  const { now, base, reported } = funds;
  if (reported === undefined || (reported === null && base === null)) return '';
  if (reported === null) return '同比按上年同期现口径数（含补报、更正）';
  const told = '同比按上年同期原报数';
  return base === null || base === reported ? told : `${told}；按现口径（含补报、更正）到位资金${growth(now, base)}`;
}

/** Both 同比 of a metric, in words. */
export interface YearOnYear {
  readonly label: string;
  readonly now: string;
  readonly reported: string;
  readonly againstReported: string;
  readonly known: string;
  readonly againstKnown: string;
}

/** Every total beside last year on both bases; what is not known is a dash. */
export const yearOnYear = (totals: Totals): readonly YearOnYear[] =>
  LINES.map(({ label, of, shown }) => {
    const { now, base, reported = null } = of(totals);
    const told = (value: Decimal | null) => (value === null ? '—' : shown(value));
    const rate = (value: Decimal | null) => (value === null ? '—' : growth(now, value, '同比', 1, shown));
    return {
      label,
      now: shown(now),
      reported: told(reported),
      againstReported: rate(reported),
      known: told(base),
      againstKnown: rate(base),
    };
  });
