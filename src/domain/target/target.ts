import { compare, type Decimal, exact, sum, toDecimal } from '../money/decimal.ts';
import { Refusal } from '../refusal.ts';

/**
 * What targets are set for, with the unit of the figure: 万元, 万美元 or 个. Counts and amounts of the same thing are two
 * metrics. The keys are what `targets.metric` holds.
 */
export const TARGET_METRICS = {
  'signed-amount': { name: '签约额', unit: '万元', words: ['签约额', '签约金额', '协议金额', '合同额'] },
  'signed-count': { name: '签约项目数', unit: '个', words: ['签约项目数', '签约数', '签约个数', '签约'] },
  'started-count': { name: '开工项目数', unit: '个', words: ['开工项目数', '开工数', '新开工', '开工'] },
  'producing-count': { name: '投产项目数', unit: '个', words: ['投产项目数', '投产数', '投产'] },
  funds: { name: '到位资金', unit: '万元', words: ['到位资金', '到资', '到位'] },
  'fixed-assets': { name: '固定资产投资', unit: '万元', words: ['固定资产投资', '固投'] },
  'foreign-capital': { name: '实际使用外资', unit: '万美元', words: ['实际使用外资', '外资', 'FDI'] },
  leads: { name: '新增线索数', unit: '个', words: ['新增线索数', '线索数', '线索'] },
} as const;

/** A metric that has targets. */
export type TargetMetric = keyof typeof TARGET_METRICS;

/** 目标任务: unit × metric × year, with optional quarterly splits that add up to the year. */
export interface Target {
  readonly id: number;
  readonly unitId: number;
  readonly metric: TargetMetric;
  readonly year: number;
  readonly annual: Decimal;
  readonly quarters: readonly Decimal[] | null;
  readonly version: number;
}

/** The metric a word names, or null; the longest word in the text wins. */
export function metricOf(text: string): { readonly metric: TargetMetric; readonly word: string } | null {
  const folded = text.toUpperCase();
  let best: { metric: TargetMetric; word: string } | null = null;
  for (const [metric, { words }] of Object.entries(TARGET_METRICS)) {
    for (const word of words) {
      if (folded.includes(word) && word.length > (best?.word.length ?? 0))
        best = { metric: metric as TargetMetric, word };
    }
  }
  return best;
}

/**
 * The quarters of a target from four shares in percent that add up to 100. Refusal "target.quarters" otherwise.
 */
export function quartersOfShares(annual: Decimal, percents: readonly Decimal[]): readonly Decimal[] {
  if (percents.length !== 4 || sum(percents) !== '100') {
    throw new Refusal('target.quarters', { given: percents.join('、'), wanted: '100%' });
  }
  return percents.map((percent) => toDecimal(exact(annual).mul(exact(percent)).div(100)));
}

/** Checks quarters given as figures: four of them, none negative, adding up to the year. Refusal "target.quarters". */
export function checkQuarters(annual: Decimal, quarters: readonly Decimal[]): readonly Decimal[] {
  const bad = quarters.some((quarter) => compare(quarter, '0' as Decimal) < 0);
  if (quarters.length !== 4 || bad || sum(quarters) !== annual) {
    throw new Refusal('target.quarters', { given: quarters.join('、'), wanted: annual });
  }
  return quarters;
}
