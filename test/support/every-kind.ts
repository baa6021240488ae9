/** A key of its own, because a literal `then` reads as a promise. */
const THEN = 'then';
const byGroup = { by_group: { 甲: 4, 乙: 5 }, else: 3 };
const byRows = { by: 'size', rows: [{ from: 1000, value: 0.1 }], else: 0 };
const round = { places: 1, mode: 'half_even' };

/** A scheme in which every kind of metric, rule and condition, and every field, is used at least once. */
export const everyKind = {
  id: 'every',
  title: '样样都有',
  version: 2,
  period: { progress: { num: 5, den: 12 } },
  metrics: {
    输入: { kind: 'input', field: 'a', default: 0 },
    比率: { kind: 'ratio', num: 'a', den: { kind: 'max', of: ['b', 1] }, if_zero: null },
    增幅: { kind: 'growth', now: 'a', base: 'b', if_zero: 1 },
    合计: { kind: 'sum', of: ['a', 'b', 3], weights: [1, -1, 0.5], missing: 'null' },
    平均: { kind: 'mean', of: ['a', 'b'], weights: [0.7, 0.3] },
    最小: { kind: 'min', of: ['a', 'b'] },
    缺口: { kind: 'shortfall', value: 'a', need: 7 },
    序时: { kind: 'progress' },
    项目: {
      kind: 'rows',
      from: 'projects',
      do: 'sum',
      field: 'amount',
      where: { all: [['plan', '>=', 100], { not: ['kind', 'in', ['房地产']] }, { any: [['ok', '==', true]] }] },
      share: 'share',
      distinct: 'id',
      coef: [[{ when: ['plan', '>', 500], factor: 1.5 }, { factor: 1 }]],
    },
    同组: { kind: 'pool', do: 'place', value: 'a', within: 'group', order: 'asc' },
    几项: { kind: 'tally', of: ['a', 'b'], op: '>=', than: 2 },
  },
  items: [
    {
      id: '完成',
      full: byGroup,
      weight: 0.5,
      min: 0,
      max: byRows,
      round,
      groups: ['甲', '乙'],
      when: {
        any: [
          ['a', '!=', null],
          ['b', 'not_in', [1, 2]],
        ],
      },
      missing: 'exclude',
      rule: {
        kind: 'completion',
        actual: 'a',
        target: 'b',
        cap: null,
        floor: 0.5,
        below: 1,
        over: { from: 1, per: 0.1, points: byRows, whole: true, max: 2 },
      },
    },
    { id: '每个', rule: { kind: 'each', value: 'a', points: -0.1, per: 2, whole: true, after: 1, start: 5 } },
    {
      id: '分档',
      rule: { kind: 'table', value: 'a', rows: [{ from: 1, points: 2, each: 0.5, per: 1, whole: false }], below: 0 },
    },
    { id: '情形', rule: { kind: 'cases', cases: [{ when: ['a', '<', 1], points: '比率' }], else: 0 } },
    { id: '功效', rule: { kind: 'range', value: 'a', low: 60, high: 100, within: 'all', order: 'desc', flat: 80 } },
    {
      id: '名次',
      rule: { kind: 'place', value: 'a', first: 100, step: -3, rest: 60, within: 'group', order: 'asc', ties: 'mean' },
    },
    { id: '名次表', rule: { kind: 'place', value: 'a', table: [10, 8], rest: 1 } },
    {
      id: '合并',
      rule: { kind: 'group', pick: 'best', items: [{ id: '内', rule: { kind: 'given', value: 'a' } }] },
    },
  ],
  total: { min: 0, max: 100, rescale_to: 100, round },
  veto: [{ id: '假', when: ['bad', '==', true], [THEN]: 'last' }],
  rank: { by: [{ value: 'total', order: 'desc' }, { value: 'a' }], within: 'group', ties: 'dense', compare: 'shown' },
  awards: [
    { name: '红旗', top: 3, within: 'all', when: ['a', '>', 0], ties: 'exclude' },
    { name: '黄旗', bottom: 2, min_units: 6, unless: ['红旗'] },
  ],
  show: { total: { places: 2, mode: 'down' }, 比率: { percent: true, places: 1 } },
} as const;

/** A reward rule in which every field is used. */
export const everyReward = {
  id: 'every',
  title: '样样都有',
  source: '某办法',
  notes: '备注',
  rate_day: 'arrival',
  require: ['plan', '>=', 10_000],
  barred: ['公职人员'],
  base: { kind: 'sum', of: ['fixed_done', 'land'], weights: [1, -1] },
  rate: { mode: 'whole', rows: [{ from: 0, rate: 0.003 }], edge: 'above' },
  step: [{ value: 'paid', at: 3000, first: 1, per: 1000, each: 0.5, cap: 5, when: ['new', '==', true] }],
  times: [{ when: ['hi', '==', true], factor: 1.1 }],
  add: [{ when: ['first', '==', true], amount: 5 }],
  cap: 300,
  pay: [
    { on: '开工', share: 0.5 },
    { on: '投产', share: 0.5 },
  ],
  split: { mode: 'ratio' },
} as const;

/** The ways to write a reward's rate. */
export const everyRate = [
  { mode: 'flat', rate: 0.003 },
  { mode: 'marginal', rows: [{ from: 0, rate: 0.003 }] },
  { mode: 'by', rows: [{ when: ['class', '==', '一类'], rate: 0.003 }, { rate: 0.001 }], else: 0 },
  { mode: 'whole_range', rows: [{ from: 0, low: 0.001, high: 0.003 }], edge: 'at' },
] as const;
