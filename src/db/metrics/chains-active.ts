import { sql } from 'kysely';
import type { FactMetric } from './metric.ts';
import { activities } from './sources/activities.ts';

/** 有活动的产业链数（个）: 期内有活动的产业链，每条计一次。 */
export const chainsActive: FactMetric = {
  name: 'chains_active',
  label: '有活动的产业链数',
  unit: '个',
  how: '期内有活动的产业链，每条计一次',
  source: activities,
  once: 'chain',
  measure: (when) => sql`count(distinct r.chain) filter (where ${when})`,
};
