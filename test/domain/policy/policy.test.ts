import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { amount } from '../../../src/domain/money/decimal.ts';
import { applies, type Policy, packageFor, policyKindOf } from '../../../src/domain/policy/policy.ts';

const TODAY = date('2026-06-10');
const policy = (more: Partial<Policy> = {}): Policy => ({
  id: 1,
  title: '甲',
  kind: '资金',
  gives: '补助',
  chains: [],
  types: [],
  least: null,
  source: null,
  validTo: null,
  file: null,
  ...more,
});
const project = { chain: '装备', projectType: '内资', investment: amount('10000'), investmentMax: null };

describe('a policy', () => {
  it.each([
    ['for any project applies', {}, {}, 'yes'],
    ['whose last day is today applies', { validTo: TODAY }, {}, 'yes'],
    ['whose last day was yesterday does not', { validTo: date('2026-06-09') }, {}, 'no'],
    ['for the project’s chain applies', { chains: ['食品', '装备'] }, {}, 'yes'],
    ['for another chain does not', { chains: ['食品'] }, {}, 'no'],
    ['for foreign projects does not apply to others', { types: ['外资'] }, {}, 'no'],
    ['from exactly the project’s investment applies', { least: amount('10000') }, {}, 'yes'],
    ['from more than the project’s investment does not', { least: amount('10000.01') }, {}, 'no'],
    ['for a chain is open while the project has none', { chains: ['食品'] }, { chain: null }, 'unknown'],
    [
      'from an investment is open while the project’s is not known',
      { least: amount('1') },
      { investment: null },
      'unknown',
    ],
  ] as const)('%s', (_, rule, facts, answer) => {
    expect(applies(policy(rule), { ...project, ...facts }, TODAY).answer).toBe(answer);
  });
});

it('a package has what is certain apart from what is open, and says what is lacking', () => {
  const open = policy({ id: 2, least: amount('1'), chains: ['食品'] });
  const found = packageFor(
    [policy(), open, policy({ id: 3, types: ['外资'] })],
    { ...project, chain: null, investment: null },
    TODAY,
  );
  expect(found.certain.map(({ id }) => id)).toEqual([1]);
  expect(found.possible).toEqual([{ policy: open, lacks: ['产业链', '总投资'] }]);
});

it.each([
  ['工业用地弹性出让', '土地'],
  ['设备贷款贴息', '金融'],
  ['按设备投资额补助', '资金'],
  ['人才公寓', '人才'],
  ['承诺制', '审批'],
  ['别的', '其他'],
])('%s is of kind %s', (words, kind) => {
  expect(policyKindOf(words)).toBe(kind);
});
