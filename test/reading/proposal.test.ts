import { describe, expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { decimal } from '../../src/domain/money/decimal.ts';
import { checkProposal, type Proposal } from '../../src/reading/proposal.ts';

const check = (proposal: Proposal, text: string, sums: readonly string[] = []) =>
  Object.fromEntries(
    Object.entries(
      checkProposal(proposal, text, {
        today: date('2026-06-10'),
        calendar: workCalendar(),
        placed: { sums: sums.map((sum) => decimal(sum)) },
      }),
    ).filter(([, value]) => value !== null),
  );

const TEXT = '隆兴来谈 三亿 一亿 要五十亩 招两百人 注册资本五千万 吴晓明一三六零零零零一一一一';

describe('what a model proposes', () => {
  it('stands where the text bears it out', () => {
    expect(check({ company: '隆兴', land_mu: 50, jobs: '200', investment_wan: 30000 }, TEXT)).toEqual({
      company: '隆兴',
      land: '50',
      jobs: 200,
      investment: '30000',
    });
    expect(check({ contact_name: '吴晓明', contact_phone: '136 0000 1111' }, TEXT)).toEqual({
      contactName: '吴晓明',
      contactPhone: '13600001111',
    });
  });

  it.each([
    ['a name that is not there', { company: '隆兴集团' }],
    ['a sum that is not there', { investment_wan: 50000 }],
    ['a sum in another unit', { investment_wan: 3 }],
    ['registered capital as investment', { investment_wan: 5000 }],
    ['yuan as dollars', { fdi_wan_usd: 30000 }],
    ['an area that is not there', { land_mu: 500 }],
    ['acres as heads', { jobs: 50 }],
    ['a telephone that is not there', { contact_phone: '13900000000' }],
    ['an industry of its own', { industry: '航天育种' }],
    ['a method of its own', { source_method: '网红招商' }],
    ['a number for a name', { company: 300 }],
    ['nested things', { company: { name: '隆兴' }, jobs: [200] }],
    ['not a number', { investment_wan: 'NaN', land_mu: '1e400', jobs: -200 }],
    ['a key nobody asked for', { stage: '投产', owner: '隆兴' }],
  ])('falls when it is %s', (_what, proposal) => {
    expect(check(proposal as Proposal, TEXT)).toEqual({});
  });

  it('cannot place a sum twice', () => {
    expect(check({ annual_output_wan: 30000 }, TEXT, ['30000'])).toEqual({});
    expect(check({ annual_output_wan: 10000 }, TEXT, ['30000'])).toEqual({ output: '10000' });
  });
});
