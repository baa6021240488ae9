import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { money } from './sources/money.ts';

/** 产值（万元）: 核实过的产值，冲销为负，按份额折算。 */
export const output: FactMetric = {
  name: 'output',
  label: '产值',
  unit: '万元',
  how: '核实过的产值，冲销为负，按份额折算',
  source: money,
  measure: (when) => sql`sum(r.amount) filter (where r.ledger = 'output' and ${when})`,
};
