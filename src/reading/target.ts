import { type Decimal, decimal, tryDecimal } from '../domain/money/decimal.ts';
import { Refusal } from '../domain/refusal.ts';
import { metricOf, TARGET_METRICS, type TargetMetric } from '../domain/target/target.ts';
import { readAmounts } from './amount.ts';
import { foldWidth } from './clean.ts';

/** A target as typed: "签约额 20亿 2026 季度 10 30 30 30%". */
export interface TargetReading {
  readonly metric: TargetMetric;
  readonly annual: Decimal;
  readonly year: number | null;
  /** Quarters as typed, and whether they are shares in percent. */
  readonly quarters: { readonly values: readonly Decimal[]; readonly percent: boolean } | null;
}

const QUARTERS = /(?:分?季度?|季)[:：\s]*((?:\d{1,9}(?:\.\d{1,6})?[%亿万个]?[\s,，、/:]*){1,6})$/;
const YEAR = /(?<!\d)(20\d\d)年?(?!\d)/;

/**
 * Reads a target. Null when no metric or figure stands in the text. Refusals: "amount.negative", "amount.malformed",
 * "amount.currency" (万元 for 万美元 or the reverse), "target.figure" (no figure of the metric's unit).
 */
export function readTarget(raw: string): TargetReading | null {
  let text = foldWidth(raw).trim();
  const quarters = QUARTERS.exec(text);
  if (quarters) text = text.slice(0, quarters.index);
  const year = YEAR.exec(text);
  if (year) text = `${text.slice(0, year.index)} ${text.slice(year.index + year[0].length)}`;
  const found = metricOf(text);
  if (!found) return null;
  const annual = figureOf(found.metric, text);
  if (annual === null) return null;
  return {
    metric: found.metric,
    annual,
    year: year ? Number(year[1]) : null,
    quarters: quarters?.[1] ? quartersOf(quarters[1], found.metric) : null,
  };
}

function figureOf(metric: TargetMetric, text: string): Decimal | null {
  if (TARGET_METRICS[metric].unit === '个') {
    const count = /(-?\d{1,7}(?:\.\d+)?)\s*[个条家项]?/.exec(text)?.[1];
    if (count === undefined) return null;
    if (!/^\d+$/.test(count)) throw new Refusal('target.figure', { given: count, unit: '个' });
    return decimal(count);
  }
  const [amount] = readAmounts(text);
  if (!amount) return null;
  if (amount.negative) throw new Refusal('amount.negative', { text: amount.text });
  if (amount.malformed || amount.tooLarge) throw new Refusal('amount.malformed', { text: amount.text });
  const wanted = TARGET_METRICS[metric].unit === '万美元' ? 'USD' : 'CNY';
  if (amount.currency !== wanted) throw new Refusal('amount.currency', { text: amount.text, wanted });
  return amount.wan;
}

function quartersOf(text: string, metric: TargetMetric): NonNullable<TargetReading['quarters']> {
  const words = text.split(/[\s,，、/:]+/).filter(Boolean);
  const percent = words.some((word) => word.endsWith('%'));
  const values = words.map((word) => {
    const value =
      percent || TARGET_METRICS[metric].unit === '个' ? tryDecimal(word.replace(/[%个]$/, '')) : wanOf(word);
    if (value === null) throw new Refusal('target.quarters', { given: text.trim(), wanted: '四个季度' });
    return value;
  });
  return { values, percent };
}

const wanOf = (word: string): Decimal | null => readAmounts(/[亿万]$/.test(word) ? word : `${word}万`)[0]?.wan ?? null;
