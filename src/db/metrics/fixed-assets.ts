import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { money } from './sources/money.ts';

/** 固定资产投资（万元）: 核实过的固定资产投资完成额，冲销为负，按份额折算。 */
export const fixedAssets: FactMetric = {
  name: 'fixed_assets',
  label: '固定资产投资',
  unit: '万元',
  how: '核实过的固定资产投资完成额，冲销为负，按份额折算',
  source: money,
  measure: (when) => sql`sum(r.amount) filter (where r.ledger = 'fixed-assets' and ${when})`,
};
