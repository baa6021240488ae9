import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { money } from './sources/money.ts';

/** 进出口（万美元）: 核实过的进出口额，冲销为负，按份额折算。 */
export const trade: FactMetric = {
  name: 'trade',
  label: '进出口',
  unit: '万美元',
  how: '核实过的进出口额，冲销为负，按份额折算',
  source: money,
  measure: (when) => sql`sum(r.amount) filter (where r.ledger = 'trade' and ${when})`,
};
