import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { moves } from './sources/moves.ts';

/** 在谈项目数（个）: 核实过的进入在谈的项目，按份额折算。 */
export const talkingCount: FactMetric = {
  name: 'talking_count',
  label: '在谈项目数',
  unit: '个',
  how: '核实过的进入在谈的项目，按份额折算',
  source: moves,
  measure: (when) => sql`sum(r.share) filter (where r.stage = '在谈' and ${when})`,
};
