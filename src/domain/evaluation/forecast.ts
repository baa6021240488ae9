import { addMonths, type CalendarDate } from '../calendar/date.ts';
import { type Decimal, decimal, exact, isZero, round } from '../money/decimal.ts';
import type { Exact } from '../money/exact.ts';

/** What was forecast when a project was evaluated, 万元; output and tax are of one year. */
export interface Forecast {
  readonly investment: Decimal | null;
  readonly output: Decimal | null;
  readonly tax: Decimal | null;
}

/** What the verified ledgers hold, 万元: output and tax since production, fixed assets of all times. */
export interface Results {
  /** The day production began; null: not yet. */
  readonly producedOn: CalendarDate | null;
  readonly fixedAssets: Decimal;
  readonly output: Decimal;
  readonly tax: Decimal;
}

/** One forecast beside its result. `due`: what should be there by today, to two places, 万元. */
export interface Outcome {
  readonly name: '固定资产投资' | '产值' | '税收';
  readonly forecast: Decimal;
  readonly due: Decimal;
  readonly done: Decimal;
  /** done ÷ due. */
  readonly rate: Exact;
}

/** Forecast against result after production (三本账的兑现). */
export interface Fulfilment {
  /** Whole months since production began. */
  readonly months: number;
  readonly outcomes: readonly Outcome[];
}

/**
 * Compares what was forecast with what came: the investment as a whole, output and tax of a year by the whole months of
 * production (forecast × months ÷ 12; nothing within the first month). Null before production, or where nothing was
 * forecast.
 */
export function fulfilment(forecast: Forecast, results: Results, today: CalendarDate): Fulfilment | null {
  if (results.producedOn === null || results.producedOn > today) return null;
  const months = wholeMonths(results.producedOn, today);
  const yearly = (name: Outcome['name'], value: Decimal | null, done: Decimal) =>
    months === 0
      ? null
      : outcomeOf(
          name,
          value,
          exact(value ?? ('0' as Decimal))
            .mul(months)
            .div(12),
          done,
        );
  const outcomes = [
    outcomeOf('固定资产投资', forecast.investment, exact(forecast.investment ?? ('0' as Decimal)), results.fixedAssets),
    yearly('产值', forecast.output, results.output),
    yearly('税收', forecast.tax, results.tax),
  ].filter((outcome) => outcome !== null);
  return outcomes.length === 0 ? null : { months, outcomes };
}

function outcomeOf(name: Outcome['name'], forecast: Decimal | null, due: Exact, done: Decimal): Outcome | null {
  if (forecast === null || isZero(forecast)) return null;
  return { name, forecast, due: decimal(round(due, 2)), done, rate: exact(done).div(due) };
}

function wholeMonths(from: CalendarDate, to: CalendarDate): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}
