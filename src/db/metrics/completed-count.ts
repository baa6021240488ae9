import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { moves } from './sources/moves.ts';

/** 竣工项目数（个）: 核实过的竣工，按份额折算。 */
export const completedCount: FactMetric = {
  name: 'completed_count',
  label: '竣工项目数',
  unit: '个',
  how: '核实过的竣工，按份额折算',
  source: moves,
  measure: (when) => sql`sum(r.share) filter (where r.stage = '竣工' and ${when})`,
};
