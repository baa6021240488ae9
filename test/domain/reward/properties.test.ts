import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewardCase } from '../../../src/domain/reward/case.ts';
import { readRewardRule } from '../../../src/domain/reward/read-rule.ts';
import { rewardOf } from '../../../src/domain/reward/reward.ts';

/** "12.30" as 1230n. */
const cents = (text: string): bigint => BigInt(text.replace('.', ''));
const total = (parts: Readonly<Record<string, string>> | undefined): bigint =>
  Object.values(parts ?? {}).reduce((sum, part) => sum + cents(part), 0n);

const share = fc.integer({ min: 1, max: 97 });
const people = fc
  .array(share, { minLength: 1, maxLength: 7 })
  .map((shares) => shares.map((one, index) => ({ name: `第${index}人`, share: one })));
const instalments = fc
  .array(share, { minLength: 1, maxLength: 5 })
  .map((shares) => shares.map((one, index) => ({ on: `第${index}期`, share: one })));
const done = fc
  .integer({ min: 0, max: 10_000_000_000 })
  .map((units) => `${units}`.padStart(5, '0').replace(/(.{4})$/, '.$1'));
const mode = fc.constantFrom('first_only', 'equal', 'ratio');

describe('parts add up to the whole', () => {
  it('to the cent, among referrers and over instalments', () => {
    fc.assert(
      fc.property(done, people, instalments, mode, (fixed, referrers, pay, how) => {
        const rule = readRewardRule({
          base: 'done',
          rate: { mode: 'flat', rate: 0.003 },
          cap: 900,
          pay,
          split: { mode: how },
        });
        const reward = rewardOf(rule, { done: fixed }, referrers);
        expect(total(reward.split)).toBe(cents(reward.amount ?? ''));
        expect(total(reward.pay)).toBe(cents(reward.amount ?? ''));
        expect(Object.values(reward.split ?? {}).every((part) => cents(part) >= 0n)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('to the last place, among the parties of a sharing rule, entry by entry and in the totals', () => {
    const shares = fc
      .uniqueArray(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1 })
      .chain((parties) =>
        fc
          .tuple(...parties.map(() => share))
          .map((parts) => Object.fromEntries(parties.map((party, at) => [party, parts[at] ?? 1]))),
      );
    const entry = fc.record({
      item: fc.constant('税收'),
      date: fc.constantFrom('2020-12-31', '2021-01-01', '2025-12-31', '2026-01-01'),
      amount: fc.integer({ min: -99_999, max: 99_999 }).map((one) => (one / 1000).toFixed(2)),
    });
    fc.assert(
      fc.property(shares, fc.array(entry, { minLength: 1, maxLength: 8 }), (parties, entries) => {
        const rule = { shares: parties, years: 5, starts: { 税收: '2021-01-01' } };
        const answer = rewardCase({ kind: 'sharing', rule, entries });
        if (!('entries' in answer)) throw new Error(JSON.stringify(answer));
        answer.entries.forEach(({ item: _item, date: _date, ...parts }, at) => {
          expect(total(parts)).toBe(cents(entries[at]?.amount ?? ''));
        });
        const all = entries.reduce((sum, { amount }) => sum + cents(amount), 0n);
        expect(total(answer.totals.税收)).toBe(all);
      }),
      { numRuns: 200 },
    );
  });
});
