import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { money } from './sources/money.ts';

/** 到位资金（万元）: 核实过的到位资金，冲销为负，按份额折算。 */
export const funds: FactMetric = {
  name: 'funds',
  label: '到位资金',
  unit: '万元',
  how: '核实过的到位资金，冲销为负，按份额折算',
  source: money,
  measure: (when) => sql`sum(r.amount) filter (where r.ledger = 'funds' and ${when})`,
};
