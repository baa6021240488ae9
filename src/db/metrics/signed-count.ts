import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { moves } from './sources/moves.ts';

/** 签约项目数（个）: 核实过的签约（正式合同），按份额折算。 */
export const signedCount: FactMetric = {
  name: 'signed_count',
  label: '签约项目数',
  unit: '个',
  how: '核实过的签约（正式合同），按份额折算',
  source: moves,
  measure: (when) => sql`sum(r.share) filter (where r.stage = '签约' and ${when})`,
};
