import { describe, expect, it } from 'vitest';
import { type BookFacts, weigh } from '../../../src/domain/evaluation/three-books.ts';
import { decimal } from '../../../src/domain/money/decimal.ts';

const THRESHOLDS = {
  mainChains: ['新能源'],
  taxPerMu: '20',
  taxPerOutput: '300',
  investmentPerMu: '300',
  jobs: '100',
  jobsPerMu: '1',
};
const GOOD: BookFacts = {
  chain: '新能源',
  investment: decimal('120000'),
  land: decimal('200'),
  jobs: 300,
  output: decimal('200000'),
  tax: decimal('6000'),
};
const none = { declined: new Set<never>(), veto: null };
const verdict = (facts: Partial<BookFacts>, how: Parameters<typeof weigh>[2] = none) =>
  weigh({ ...GOOD, ...facts }, THRESHOLDS, how);

describe('the three books', () => {
  it.each([
    [{}, '理想项目', 3],
    [{ chain: '现代食品' }, '好项目', 2],
    [{ chain: '现代食品', tax: decimal('3999') }, '可洽谈', 1],
    [{ chain: '现代食品', tax: decimal('3999'), jobs: 99 }, '不予引进', 0],
    [{ tax: decimal('4000'), output: decimal('130000') }, '理想项目', 3],
    [{ investment: decimal('59999') }, '好项目', 2],
    [{ jobs: 99, land: decimal('99') }, '理想项目', 3],
  ] as const)('%j is %s', (facts, word, passes) => {
    expect(verdict(facts)).toMatchObject({ verdict: word, passes, missing: [] });
  });

  it('a veto wins over three passes', () => {
    expect(verdict({}, { ...none, veto: '污染' })).toMatchObject({ verdict: '不予引进', passes: 3, veto: '污染' });
  });

  it('says which figures are missing and leaves their book open', () => {
    const open = verdict({ tax: null, output: null });
    expect(open.missing).toEqual(['年产值', '年税收']);
    expect(open.books.find(({ name }) => name === '税收账')?.passed).toBeNull();
  });

  it('what the client will not give is no longer asked for and does not pass', () => {
    const declined = verdict({ tax: null }, { declined: new Set(['tax'] as const), veto: null });
    expect(declined).toMatchObject({ missing: [], passes: 2, verdict: '好项目' });
  });

  it('land of nothing divides nothing', () => {
    expect(verdict({ land: decimal('0') }).books[1]?.figures[0]?.value).toBeNull();
  });
});
