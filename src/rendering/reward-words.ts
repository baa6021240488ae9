import { type Amount, type Decimal, decimal, exact, round } from '../domain/money/decimal.ts';
import { exactNumber, exactText, sumExact } from '../domain/money/exact.ts';
import type { Rate, Tier } from '../domain/reward/rate.ts';
import type { RewardRule, Split } from '../domain/reward/rule.ts';
import type { Value } from '../domain/scoring/value.ts';
import { money } from './format.ts';

const FIELDS: Readonly<Record<string, string>> = {
  plan: '计划总投资',
  fixed_done: '认定的固定资产投资',
  arrived: '认定的到位资金',
};

/** "3‰", exact: 0.0035 → "3.5‰". */
const permille = (rate: number): string => `${exactText(exactNumber(rate).mul(1000))}‰`;

const wan = (figure: number): string => money(decimal<Amount>(exactText(exactNumber(figure))));

/** "1,234,567.80元". */
export const yuanText = (yuan: string): string => `${yuanFigure(yuan)}元`;

/** "1,234,567.80". */
export const yuanFigure = (yuan: string): string => grouped(round(exact(decimal(yuan)), 2));

/** "19,111.1111": every digit, with commas. */
export const wanFigure = (amount: Decimal): string => grouped(amount);

function grouped(figure: string): string {
  const [whole = '0', part] = figure.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), part].filter((piece) => piece !== undefined).join('.');
}

const SPLITS: Readonly<Record<Split['mode'], string>> = {
  first_only: '只奖第一引荐人',
  equal: '几人引荐的平均分',
  ratio: '几人引荐的按登记的份额分',
};

/** A reward rule in words, clause by clause; conditions that have no words of their own are left to the file. */
export function ruleWords(rule: RewardRule): readonly string[] {
  const { base, rate, cap, pay, split, barred = [] } = rule;
  const plan = leastPlan(rule);
  const shares = pay?.map(({ on, share }) => `${on}付 ${exactText(exactNumber(share).mul(100))}%`);
  return [
    plan === null ? '' : `计划总投资 ${wan(plan)}以上的项目`,
    rate && base !== undefined ? `按${baseWords(base)}的 ${rateWords(rate)}` : '',
    rule.step ? '到约定数额的定额奖励' : '',
    cap === undefined ? '' : `每个项目最多 ${wan(cap)}`,
    shares ? `分期：${shares.join('，')}` : '',
    split ? SPLITS[split.mode] : '',
    barred.length > 0 ? `不奖：${barred.join('、')}` : '',
  ].filter(Boolean);
}

/** A rule with its title, in one sentence. */
export const rulesOf = (rule: RewardRule): string =>
  `《${rule.title ?? '引荐奖励办法'}》：${ruleWords(rule).join('；')}。`;

/** The sum of figures in 元, two places. */
export const sumYuan = (figures: readonly string[]): string =>
  round(sumExact(figures.map((yuan) => exact(decimal(yuan)))), 2);

/** What is multiplied. */
const baseWords = (base: Value): string => (typeof base === 'string' ? (FIELDS[base] ?? base) : '认定的基数');

/** The least planned total where that is all a rule requires. */
function leastPlan({ require }: RewardRule): number | null {
  if (!Array.isArray(require)) return null;
  const [field, operator, least] = require;
  return field === 'plan' && operator === '>=' && typeof least === 'number' ? least : null;
}

/** How the base is multiplied. */
export function rateWords(rate: Rate): string {
  switch (rate.mode) {
    case 'flat':
      return permille(rate.rate);
    case 'whole':
      return `${tierWords(rate.rows)}（按达到的档次全额计）`;
    case 'marginal':
      return `${tierWords(rate.rows)}（分段计）`;
    case 'by':
      return rate.rows.map((row) => permille(row.rate)).join('、');
    case 'whole_range':
      return `${rate.rows.map(({ from, low, high }) => `${fromWords(from)}${permille(low)}—${permille(high)}`).join('、')}（由有权人员核定）`;
  }
}

const tierWords = (rows: readonly Tier[]): string =>
  rows.map(({ from, rate }) => `${fromWords(from)}${permille(rate)}`).join('、');

const fromWords = (from: number): string => (from === 0 ? '' : `${wan(from)}以上 `);
