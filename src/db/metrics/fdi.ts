import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { money } from './sources/money.ts';

/** 实际使用外资（万美元）: 核实过的实际使用外资，冲销为负，按份额折算。 */
export const fdi: FactMetric = {
  name: 'fdi',
  label: '实际使用外资',
  unit: '万美元',
  how: '核实过的实际使用外资，冲销为负，按份额折算',
  source: money,
  measure: (when) => sql`sum(r.amount) filter (where r.ledger = 'foreign-capital' and ${when})`,
};
