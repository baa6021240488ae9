import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { moves } from './sources/moves.ts';

/** 开工项目数（个）: 核实过的开工，按份额折算。 */
export const startedCount: FactMetric = {
  name: 'started_count',
  label: '开工项目数',
  unit: '个',
  how: '核实过的开工，按份额折算',
  source: moves,
  measure: (when) => sql`sum(r.share) filter (where r.stage = '开工' and ${when})`,
};
