import type { Fulfilment } from '../../domain/evaluation/forecast.ts';
import type { Amount } from '../../domain/money/decimal.ts';
import { money, percent } from '../format.ts';
import { list, type Part } from '../reply.ts';

/** Forecast against result of a project in production, a line each. */
export const fulfilmentPart = (fulfilled: Fulfilment): Part =>
  list(fulfilmentLines(fulfilled), `预测与实际（投产 ${fulfilled.months} 个月）`);

/** Each forecast beside what came: "税收：预计一年 3000万元，到现在应有 2000万元，已有 1500万元，为 75.0%". */
export const fulfilmentLines = ({ outcomes, months }: Fulfilment): readonly string[] => [
  ...outcomes.map(({ name, forecast, due, done, rate }) => {
    const yearly = name !== '固定资产投资';
    const by = yearly
      ? `预计一年 ${money(forecast as Amount)}，到现在应有 ${money(due as Amount)}`
      : `预计 ${money(forecast as Amount)}`;
    return `${name}：${by}，已有 ${money(done as Amount)}，为 ${percent(rate)}`;
  }),
  ...(months === 0 ? ['投产不满一个月，产值和税收还不能比'] : []),
];
