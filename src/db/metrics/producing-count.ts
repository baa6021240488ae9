import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { moves } from './sources/moves.ts';

/** 投产项目数（个）: 核实过的投产，按份额折算。 */
export const producingCount: FactMetric = {
  name: 'producing_count',
  label: '投产项目数',
  unit: '个',
  how: '核实过的投产，按份额折算',
  source: moves,
  measure: (when) => sql`sum(r.share) filter (where r.stage = '投产' and ${when})`,
};
