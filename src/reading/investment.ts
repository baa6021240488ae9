import { compare } from '../domain/money/decimal.ts';
import type { AmountSpan } from './amount.ts';
import { before } from './clause.ts';
import type { Money } from './money-context.ts';
import type { MoneyRole } from './words/money-cues.ts';

/** The roles that make a sum an investment, the most telling first. */
export const INVESTED: readonly MoneyRole[] = ['total', 'investment', 'phase', 'bare'];
/** 固定资产投资 counts for the whole where nothing else is said. */
const ORDER: readonly MoneyRole[] = [...INVESTED, 'part'];

/**
 * The investment in yuan, in dollars or (null) in any other money: the total before a plain investment, that before a lone
 * phase, that before a sum without any word. Never a sum of phases; null where several projects each have their own.
 */
export function chooseInvestment(
  plain: string,
  money: readonly Money[],
  currency: 'CNY' | 'USD' | null,
): AmountSpan | null {
  if (money.length === 0) return null;
  const all = money.filter(({ span }) =>
    currency === null ? span.currency !== 'CNY' && span.currency !== 'USD' : span.currency === currency,
  );
  const isPresent = ({ span }: Money) => !PAST.test(before(plain, span.start, 40));
  const present = all.filter(isPresent);
  const own = present.some(({ role }) => INVESTED.includes(role)) ? present : all;
  const anywhere = (own === all ? money : money.filter(isPresent)).some(
    ({ role }) => role === 'total' || role === 'investment',
  );
  const whole = money.some(({ role, span }) => role === 'total' && span.currency !== own[0]?.span.currency);
  for (const role of ORDER) {
    const candidates = own.filter((each) => each.role === role);
    if (
      role === 'phase' &&
      (candidates.length !== 1 ||
        whole ||
        beforeIn(money, candidates[0]) ||
        OTHER_PHASES.test(plain) ||
        wholeBefore(money, candidates[0]) ||
        partBefore(own, candidates[0]))
    )
      continue;
    if (role === 'bare' && (anywhere || arrivedFirst(money) || !alone(money, own))) continue;
    if (role === 'part' && (whole || own.some((each) => each.role === 'bare' || each.role === 'arrived'))) return null;
    if (candidates.length > 0) return single(plain, candidates);
  }
  return null;
}

/** The foreign capital that is agreed, in dollars; null where several firms each have their own. */
export const oneOf = (plain: string, money: readonly Money[], role: MoneyRole): AmountSpan | null =>
  single(
    plain,
    money.filter((each) => each.role === role && each.span.currency === 'USD'),
  );

/** A part of the sum before it, not a second project's. */
const PART = /其中|建设内容|建设规模|[一二三四首]期|首批|包括|含|分为|分别|同时/;
/** Of two sums the one that is still to be spent is this project's. */
const PLANNED = /拟|将|计划|再|新增|追加|增资|加码/;

/** 早先的项目已增资到2亿, 向子公司增资2亿: what another project came to, what a firm gives its own. */
const PAST =
  /(?:早先|此前|先前|早前|以前|曾|[12]\d{3}年[^，,]{0,4}就|另外?(?:[对向给有]|还有))[^。；;]{0,18}$|[向对给][^，,。；;]{2,28}(?:公司|企业)(?:增资|注资|出资)[^，,]{0,4}$/;

/** 135万光伏 82个亿: what counts things is no money. */
const FREE = /^(?:元|左右|上下|的|多|$|[\s，,。；;、（(])/;

/** The sum of several of one role: the first where the next is said to be part of it, else the only planned one. */
function single(plain: string, candidates: readonly Money[]): AmountSpan | null {
  const [chosen, ...rest] = candidates;
  const second = rest.find(({ span }) => span.wan !== chosen?.span.wan);
  if (!chosen || !second) return chosen?.span ?? null;
  const free = candidates.filter(({ role, span }) => role === 'bare' && FREE.test(plain.slice(span.end, span.end + 2)));
  if (free.length > 0 && free.length < candidates.length) return single(plain, free);
  if (PART.test(plain.slice(chosen.span.end, second.span.start))) return chosen.span;
  const planned = candidates.filter(({ span }, at) =>
    PLANNED.test(before(plain, span.start, Math.min(24, span.start - (candidates[at - 1]?.span.end ?? 0)))),
  );
  return planned.length === 1 ? (planned[0]?.span ?? null) : null;
}

/** 一期先2500万 二期再3000: a phase beside another is not the whole, also where the other's sum lacks its unit. */
const OTHER_PHASES =
  /[一首头]期.*[二三四]期(?:再|投资?|也|约|又|是)*[\d一二两三四五六七八九十][\d一二两三四五六七八九十百千.]*(?![\d.年月个期栋条亩])/;

/** 投资18亿港币的工业园，一期投资9亿元: the whole is told in another currency, before its phase. */
const beforeIn = (money: readonly Money[], phase: Money | undefined): boolean =>
  money.some(
    ({ role, span }) =>
      role === 'investment' && span.currency !== phase?.span.currency && span.end < (phase?.span.start ?? 0),
  );

/** "10亿 分两期 一期4亿": a sum without a word before the first phase, and greater, is the whole. */
function wholeBefore(money: readonly Money[], phase: Money | undefined): boolean {
  const bare = money.find(({ role }) => role === 'bare');
  if (!bare || !phase || bare.span.start > phase.span.start) return false;
  return bare.span.currency !== phase.span.currency || compare(bare.span.wan, phase.span.wan) > 0;
}

/** 固定资产投资3200万，一期1150万: the phase is the lesser part of what is known. */
const partBefore = (own: readonly Money[], phase: Money | undefined): boolean =>
  own.some(({ role, span }) => role === 'part' && phase !== undefined && compare(span.wan, phase.span.wan) > 0);

/** 1100万 钱到了300万: what arrived of a greater sum ahead leaves that to be the investment. */
function arrivedFirst(money: readonly Money[]): boolean {
  const arrived = money.find(({ role }) => role === 'arrived');
  return arrived !== undefined && !wholeBefore(money, arrived);
}

/** A sum without a word counts where no phases stand, or where it is the whole before them. */
function alone(money: readonly Money[], own: readonly Money[]): boolean {
  const phase = money.find(({ role }) => role === 'phase');
  return phase === undefined || wholeBefore(own, phase);
}
