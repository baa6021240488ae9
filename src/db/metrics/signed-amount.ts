import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { moves } from './sources/moves.ts';

/** 签约金额（万元）: 核实过的签约的协议金额，按份额折算。 */
export const signedAmount: FactMetric = {
  name: 'signed_amount',
  label: '签约金额',
  unit: '万元',
  how: '核实过的签约的协议金额，按份额折算',
  source: moves,
  measure: (when) => sql`sum(r.share * r.amount) filter (where r.stage = '签约' and ${when})`,
};
