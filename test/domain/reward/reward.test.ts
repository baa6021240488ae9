import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrualsOf } from '../../../src/domain/reward/accrual.ts';
import { rewardCase } from '../../../src/domain/reward/case.ts';
import { readRewardRule } from '../../../src/domain/reward/read-rule.ts';
import { rewardOf } from '../../../src/domain/reward/reward.ts';

const reward = (
  rule: object,
  project: object,
  referrers: readonly { name: string; kind?: string; share?: number }[] = [],
) => rewardOf(readRewardRule(rule), { ...project }, referrers);
const flat = { base: 'done', rate: { mode: 'flat', rate: 0.01 } };
const rows = [
  { from: 0, rate: 0.01 },
  { from: 100, rate: 0.02 },
];

describe('a reward', () => {
  it.each<[string, object, object, string | null]>([
    ['is rounded once, half up', flat, { done: '0.0005' }, '0.05'],
    ['of nothing done is 0', flat, {}, '0.00'],
    ['is never below 0', flat, { done: -5 }, '0.00'],
    [
      'by whole tiers: the bound belongs above',
      { base: 'done', rate: { mode: 'whole', rows } },
      { done: 100 },
      '20000.00',
    ],
    [
      'by whole tiers with edge above: the bound belongs below',
      { base: 'done', rate: { mode: 'whole', rows, edge: 'above' } },
      { done: 100 },
      '10000.00',
    ],
    [
      'under the first tier is 0',
      { base: 'done', rate: { mode: 'whole', rows: [{ from: 50, rate: 1 }] } },
      { done: 49 },
      '0.00',
    ],
    ['by slices', { base: 'done', rate: { mode: 'marginal', rows } }, { done: 150 }, '20000.00'],
    [
      'by slices in any order of rows',
      { base: 'done', rate: { mode: 'marginal', rows: rows.toReversed() } },
      { done: 150 },
      '20000.00',
    ],
    [
      'by the first class that holds',
      { base: 'done', rate: { mode: 'by', rows: [{ when: ['c', '==', '一类'], rate: 0.03 }, { rate: 0.01 }] } },
      { done: 100, c: '一类' },
      '30000.00',
    ],
    [
      'by no class',
      { base: 'done', rate: { mode: 'by', rows: [{ when: ['c', '==', '一类'], rate: 0.03 }], else: 0.02 } },
      { done: 100 },
      '20000.00',
    ],
    [
      'by multipliers that hold',
      { ...flat, times: [{ when: ['hi', '==', true], factor: 1.1 }, { factor: 2 }] },
      { done: 100, hi: true },
      '22000.00',
    ],
    [
      'leaves out multipliers that do not hold',
      { ...flat, times: [{ when: ['hi', '==', true], factor: 1.1 }] },
      { done: 100 },
      '10000.00',
    ],
    [
      'with fixed extras, after multipliers',
      { ...flat, times: [{ factor: 2 }], add: [{ amount: 3 }, { when: ['x', '>', 1], amount: 9 }] },
      { done: 100 },
      '50000.00',
    ],
    ['with one fixed extra', { ...flat, add: 0.5 }, { done: 100 }, '15000.00'],
    [
      'is capped after multipliers and extras',
      { ...flat, times: [{ factor: 2 }], add: 3, cap: 4 },
      { done: 100 },
      '40000.00',
    ],
    [
      'is capped once, not before multipliers',
      { ...flat, times: [{ factor: 0.5 }], cap: 1 },
      { done: 200 },
      '10000.00',
    ],
  ])('%s', (_name, rule, project, amount) => {
    expect(reward(rule, project).amount).toBe(amount);
  });

  // 1万 at 3000万 paid-in capital and 5000元 for each further 1000万, at most 5万.
  const step = { value: 'paid', at: 3000, first: 1, per: 1000, each: 0.5, cap: 5 };
  it.each([
    [2999.99, '0.00'],
    [3000, '10000.00'],
    [3999, '10000.00'],
    [4000, '15000.00'],
    [10999, '45000.00'],
    [90000, '50000.00'],
  ])('by steps at %s is %s', (paid, amount) => {
    expect(reward({ step }, { paid }).amount).toBe(amount);
  });

  it('several steps add up, where they hold', () => {
    const steps = [step, { value: 'paid', at: 100, first: 2, when: ['new', '==', true] }];
    expect(reward({ step: steps }, { paid: 3000, new: true }).amount).toBe('30000.00');
    expect(reward({ step: steps }, { paid: 3000 }).amount).toBe('10000.00');
  });

  it('with a range of rates gives both ends and leaves the choice', () => {
    const range = {
      base: 'done',
      rate: {
        mode: 'whole_range',
        rows: [
          { from: 0, low: 0.001, high: 0.003 },
          { from: 500, low: 0.003, high: 0.005 },
        ],
      },
    };
    expect(reward(range, { done: 500 })).toEqual({
      amount: null,
      why: 'rate_to_be_fixed',
      low: '15000.00',
      high: '25000.00',
    });
  });
});

describe('referrers', () => {
  const people = [{ name: '甲' }, { name: '乙', kind: '公职人员' }, { name: '丙' }];
  const barred = { ...flat, barred: ['公职人员'] };
  it('of a barred kind are struck out before the split', () => {
    expect(reward({ ...barred, split: { mode: 'equal' } }, { done: 100 }, people).split).toEqual({
      甲: '5000.00',
      丙: '5000.00',
    });
    expect(reward({ ...barred, split: { mode: 'first_only' } }, { done: 100 }, people.slice(1)).split).toEqual({
      丙: '10000.00',
    });
  });

  it('who are all barred leave a reward of 0', () => {
    expect(reward(barred, { done: 100 }, people.slice(1, 2))).toEqual({ amount: '0.00', why: 'referrer_barred' });
  });

  it('split by their shares where everybody has one, else equally', () => {
    const shared = [
      { name: '甲', share: 3 },
      { name: '乙', share: 1 },
    ];
    expect(reward(flat, { done: 100 }, shared).split).toEqual({ 甲: '7500.00', 乙: '2500.00' });
    expect(reward(flat, { done: 100 }, people).split).toEqual({ 甲: '3333.33', 乙: '3333.33', 丙: '3333.34' });
  });

  it('are cut down to the cent, so that the last never gets less than his part', () => {
    const six = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => ({ name }));
    const parts = Object.values(reward(flat, { done: 100 }, six).split ?? {});
    expect(parts).toEqual(['1666.66', '1666.66', '1666.66', '1666.66', '1666.66', '1666.70']);
  });

  it('of one name get one part', () => {
    expect(reward(flat, { done: 100 }, [{ name: '甲' }, { name: '甲' }]).split).toEqual({ 甲: '10000.00' });
  });
});

describe('instalments', () => {
  const pay = [
    { on: '签约', share: 0.2 },
    { on: '开工', share: 0.3 },
    { on: '投产', share: 0.5 },
  ];
  it.each<[string, unknown, string]>([
    ['of a later milestone fall due without the earlier ones', ['投产'], '5000.00'],
    ['of several milestones fall due together, whatever their order', ['开工', '签约'], '5000.00'],
    ['of other milestones fall not due', ['竣工'], '0.00'],
    ['fall not due while no milestone is known', null, '0.00'],
  ])('%s', (_name, milestones, due) => {
    expect(reward({ ...flat, pay }, { done: 100, milestones }).payable_now).toBe(due);
  });

  it('on one milestone are one part', () => {
    const twice = [
      { on: '开工', share: 1 },
      { on: '开工', share: 2 },
    ];
    expect(reward({ ...flat, pay: twice }, { done: 100, milestones: ['开工'] })).toMatchObject({
      pay: { 开工: '10000.00' },
      payable_now: '10000.00',
    });
  });
});

describe('accrual', () => {
  const rule = readRewardRule({ base: 'done', rate: { mode: 'whole', rows }, cap: 3 });
  const layers = [{ layer: '', rules: [rule] }];
  const accrue = (...amounts: readonly number[]) =>
    accrualsOf(
      layers,
      {},
      amounts.map((amount) => ({ field: 'done', amount })),
    ).map(({ change }) => change);

  it('crossing a tier re-rates everything', () => {
    expect(accrue(60, 60)).toEqual(['6000.00', '18000.00']);
  });

  it('a reversal takes back, and at the cap nothing changes', () => {
    expect(accrue(60, 60, -60, 200, 50)).toEqual(['6000.00', '18000.00', '-18000.00', '24000.00', '0.00']);
  });

  it('the changes add up to the reward on the final total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 90 }), { minLength: 1, maxLength: 9 }), (amounts) => {
        const accruals = accrualsOf(
          layers,
          {},
          amounts.map((amount) => ({ field: 'done', amount })),
        );
        const sum = accruals.reduce((all, { change }) => all + Math.round(Number(change) * 100), 0);
        expect(sum).toBe(Math.round(Number(accruals.at(-1)?.reward.total) * 100));
      }),
    );
  });
});

describe('a reward or sharing case that is wrong is refused at its path', () => {
  const rewards = (rule: unknown, one: unknown = { project: {} }) => ({ id: 'r', kind: 'reward', rule, cases: [one] });
  const sharing = (rule: object, entry: object = {}) => ({
    id: 's',
    kind: 'sharing',
    rule: { shares: { 甲: 1 }, starts: {}, ...rule },
    entries: [{ item: 'x', date: '2026-01-01', amount: 1, ...entry }],
  });
  it.each<[unknown, string]>([
    [null, ''],
    [{ kind: 'gift', rule: flat, cases: [] }, 'kind'],
    [rewards({}), 'rule'],
    [rewards({ rate: { mode: 'flat', rate: 1 } }), 'rule.base'],
    [rewards({ ...flat, bonus: 1 }), 'rule.bonus'],
    [rewards({ ...flat, rate: { mode: 'cubic' } }), 'rule.rate.mode'],
    [rewards({ ...flat, rate: { mode: 'whole', rows: [] } }), 'rule.rate.rows'],
    [rewards({ ...flat, split: { mode: 'lottery' } }), 'rule.split.mode'],
    [rewards({ ...flat, require: ['a', '~', 1] }), 'rule.require[1]'],
    [rewards({ step: [{ value: 'a', at: 1, first: 1, per: 0 }] }), 'rule.step[0].per'],
    [rewards(flat, 3), 'cases[0]'],
    [rewards(flat, {}), 'cases[0].project'],
    [rewards(flat, { project: { done: '很多' } }), 'cases[0].project.done'],
    [rewards(flat, { project: {}, referrers: [{}] }), 'cases[0].referrers[0].name'],
    [
      rewards({ ...flat, split: { mode: 'ratio' } }, { project: { done: 1 }, referrers: [{ name: '甲' }] }),
      'cases[0].referrers[0].share',
    ],
    [{ id: 'r', kind: 'reward', rule: flat }, 'cases'],
    [sharing({ shares: {} }), 'rule.shares'],
    [sharing({ shares: { 甲: 0, 乙: 0 } }), 'rule.shares'],
    [sharing({ shares: { 甲: 1, 乙: -1 } }), 'rule.shares.乙'],
    [rewards({ ...flat, pay: [{ on: '开工', share: -0.5 }] }), 'rule.pay[0].share'],
    [rewards({ ...flat, pay: [{ on: '开工', share: 0 }] }), 'rule.pay'],
    [rewards({ ...flat, pay: [] }), 'rule.pay'],
    [rewards({ ...flat, times: [{ factor: '2' }] }), 'rule.times[0].factor'],
    [rewards({ ...flat, add: [{ amount: 1, note: 'x' }] }), 'rule.add[0].note'],
    [rewards({ ...flat, base: { kind: 'sum', of: ['a'], weights: [1, 2] } }), 'rule.base.weights'],
    [rewards({ base: 'a', rate: { mode: 'by', rows: [{ when: ['a', '>'], rate: 1 }] } }), 'rule.rate.rows[0].when'],
    [sharing({ starts: { x: '2026-02-30' } }), 'rule.starts.x'],
    [sharing({ years: 1.5 }), 'rule.years'],
    [sharing({}, { date: '2026-2-1' }), 'entries[0].date'],
    [sharing({}, { amount: '一' }), 'entries[0].amount'],
    [sharing({}, { item: null }), 'entries[0].item'],
  ])('%j', (input, path) => {
    expect(rewardCase(input)).toMatchObject({ error: { path } });
  });
});

describe('sharing', () => {
  const share = (rule: object, ...dates: readonly string[]) => {
    const entries = dates.map((date) => ({ item: 'x', date, amount: '0.05' }));
    const answer = rewardCase({
      rule: { shares: { 甲: 0.5, 乙: 0.5 }, starts: { x: '2026-03-01' }, ...rule },
      entries,
    });
    if (!('entries' in answer)) throw new Error(JSON.stringify(answer));
    return answer.entries.map(({ item: _item, date: _date, ...parts }) => parts);
  };

  it('before the term all goes to one, after it to another, both days included in the term', () => {
    const rule = { years: 1, before: '甲', after: '丙' };
    expect(share(rule, '2026-02-28', '2026-03-01', '2027-02-28', '2027-03-01')).toEqual([
      { 甲: '0.05' },
      { 甲: '0.02', 乙: '0.03' },
      { 甲: '0.02', 乙: '0.03' },
      { 丙: '0.05' },
    ]);
  });

  it('outside the term the last party is the default; without years the term has no end', () => {
    expect(share({}, '2026-02-28', '2099-01-01')).toEqual([{ 乙: '0.05' }, { 甲: '0.02', 乙: '0.03' }]);
    expect(share({ years: 1 }, '2027-03-01')).toEqual([{ 乙: '0.05' }]);
  });

  it('an item without a start has not begun', () => {
    expect(share({ starts: {}, before: '甲' }, '2026-05-01')).toEqual([{ 甲: '0.05' }]);
  });

  it('figures have the places the rule says', () => {
    expect(share({ places: 0 }, '2026-03-01')).toEqual([{ 甲: '0', 乙: '0' }]);
  });
});
