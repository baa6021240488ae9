import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { moves } from './sources/moves.ts';

/** 落地项目数（个）: 核实过的落地（注册或拿地），按份额折算。 */
export const landedCount: FactMetric = {
  name: 'landed_count',
  label: '落地项目数',
  unit: '个',
  how: '核实过的落地（注册或拿地），按份额折算',
  source: moves,
  measure: (when) => sql`sum(r.share) filter (where r.stage = '落地' and ${when})`,
};
