import { compare } from '../domain/money/decimal.ts';
import type { AmountSpan } from './amount.ts';
import type { MoneyRole } from './words/money-cues.ts';

/** A sum with what it is for. */
export interface Money {
  readonly span: AmountSpan;
  readonly role: MoneyRole;
}

/** What stands around a sum: the text since the sum before it, and its clause up to it. */
interface Around {
  readonly plain: string;
  readonly own: string;
  readonly clause: string;
}

/** Whether it is a figure of a year. */
export const isYearly = (role: MoneyRole): boolean => role === 'output' || role === 'tax';

/** Adds a sum to those before it: what one says of the next (a mark that was passed, an upper bound) is worked in. */
export function addSum(found: Money[], money: Money, around: Around): void {
  const last = found.at(-1);
  if (last === undefined || last.span.currency !== money.span.currency) {
    found.push(money.role !== 'other' && isOfAFirm(money, around) ? { ...money, role: 'other' } : money);
  } else if (money.role === 'bare' && REACHES.test(around.own) && isPassed(last, around)) {
    found.splice(-1, 1, { ...last, role: 'other' }, { ...money, role: last.role });
  } else if (/^\s?[=＝+＋]\s?$/.test(around.own)) {
    // 2.6亿=1亿+1.6亿: parts of the first.
    found.push({ ...money, role: 'part' });
  } else if (
    HAS_BOUND.has(last.role) &&
    (MOST.test(around.clause) || (UP_TO.test(around.own) && isMore(money, last)))
  ) {
    found.splice(-1, 1, { ...last, span: { ...last.span, maxWan: money.span.wan } });
  } else if (isOfAFirm(money, around) || (money.role === 'phase' && last.role === 'other' && around.own.length < 8)) {
    // 基金规模20亿元，首期5亿元: the first part of what is no investment is none.
    found.push({ ...money, role: 'other' });
  } else {
    found.push(money);
  }
}

/** 突破50亿，达50.2亿: the first is only what was passed. */
const REACHES = /^[，,]?\s?(?:达到?|为|实现|完成)\s?$/;
const isPassed = ({ span }: Money, { plain }: Around): boolean =>
  /(?:突破|超过?|破|跨过|迈过)$/.test(plain.slice(Math.max(0, span.start - 4), span.start));

/** 4000万起 上限6000万 */
const MOST = /(?:上限|最多|最高|顶多)\s?$/;
/** 50亿元至80亿元 */
const UP_TO = /^(?:[至到~～—-]{1,2})$/;
const isMore = (one: Money, other: Money): boolean => compare(one.span.wan, other.span.wan) > 0;
const HAS_BOUND: ReadonlySet<MoneyRole> = new Set(['total', 'investment', 'bare']);

/** 年产值2亿的企业想搬来, 营收30亿 想来建厂: what the firm makes already. */
const OF_A_FIRM =
  /^元?(?:以上)?(?:的[^，,。；;\d]{0,8}(?:龙头|企业|公司|集团|巨头|大厂|厂家|老厂|老板)|[\s，,]{0,2}(?:现在|今年|这次|这回)?(?:想|打算|准备|有意))/;
const isOfAFirm = ({ role, span }: Money, { plain }: Around): boolean =>
  isYearly(role) && OF_A_FIRM.test(plain.slice(span.end, span.end + 16));
