import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { money } from './sources/money.ts';

/** 税收（万元）: 核实过的入库税收，冲销为负，按份额折算。 */
export const tax: FactMetric = {
  name: 'tax',
  label: '税收',
  unit: '万元',
  how: '核实过的入库税收，冲销为负，按份额折算',
  source: money,
  measure: (when) => sql`sum(r.amount) filter (where r.ledger = 'tax' and ${when})`,
};
