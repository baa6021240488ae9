import type { Item, Scheme } from './scheme.ts';

/**
 * The monthly assessment (月考评) an org starts with; it may change any of it. 100 points: 签约项目数 25, 签约金额 25,
 * 到位资金 25, 新开工 15, 实际使用外资 10, each by completion of the unit's own target, capped at full marks.
 *
 * A unit without a target (absent or 0) is measured against the best of its group instead: own ÷ best × full. That is two
 * inner items with opposite `when`, so that exactly one applies. Where the whole group has nothing, the points are 0.
 *
 * Ranked inside groups; equal totals by 签约金额, then 到位资金, else a shared place. 红旗 for the first 3, 黄旗 for the
 * last 2 of groups of at least 6, never both.
 *
 * Inputs: signed_count, started_count, landed_count (个); signed_amount, funds, fixed_assets (万元); fdi (万美元); and the
 * targets signed_count_target, signed_amount_target, funds_target, started_count_target, fdi_target.
 */
export const defaultScheme: Scheme = {
  id: 'default-monthly',
  title: '招商引资月考评',
  version: 1,
  metrics: {
    到位资金完成率: { kind: 'ratio', num: 'funds', den: 'funds_target' },
    外资完成率: { kind: 'ratio', num: 'fdi', den: 'fdi_target' },
  },
  items: [
    againstTarget('签约项目数', 25, 'signed_count'),
    againstTarget('签约金额', 25, 'signed_amount'),
    againstTarget('到位资金', 25, 'funds'),
    againstTarget('新开工项目', 15, 'started_count'),
    againstTarget('实际使用外资', 10, 'fdi'),
  ],
  rank: {
    by: [{ value: 'total' }, { value: 'signed_amount' }, { value: 'funds' }],
    within: 'group',
    ties: 'skip',
    compare: 'exact',
  },
  awards: [
    { name: '红旗', top: 3, ties: 'include' },
    { name: '黄旗', bottom: 2, ties: 'include', min_units: 6, unless: ['红旗'] },
  ],
  show: {
    total: { places: 2, mode: 'half_up' },
    签约项目数: { places: 2, mode: 'half_up' },
    签约金额: { places: 2, mode: 'half_up' },
    到位资金: { places: 2, mode: 'half_up' },
    新开工项目: { places: 2, mode: 'half_up' },
    实际使用外资: { places: 2, mode: 'half_up' },
    到位资金完成率: { percent: true, places: 2, mode: 'half_up' },
    外资完成率: { percent: true, places: 2, mode: 'half_up' },
  },
};

/** Completion of the field's target, or the share of the best in the group for a unit without one. */
function againstTarget(id: string, full: number, field: string): Item {
  const target = `${field}_target`;
  return {
    id,
    full,
    rule: {
      kind: 'group',
      items: [
        {
          id: `${id}（按目标）`,
          full,
          when: [target, '>', 0],
          rule: { kind: 'completion', actual: field, target },
        },
        {
          id: `${id}（按组内最高）`,
          full,
          when: { not: [target, '>', 0] },
          rule: {
            kind: 'completion',
            actual: field,
            target: { kind: 'pool', do: 'max', value: field, within: 'group' },
          },
        },
      ],
    },
  };
}
