import { expect, it } from 'vitest';
import { type Opinion, outcomeOf, silentIn, tally, type Verdict } from '../../../src/domain/work/review.ts';

const said = (...verdicts: readonly (Verdict | null)[]) => ({
  opinions: verdicts.map(
    (verdict, at): Opinion => ({ unitId: at, unitName: `${at}`, verdict, words: null, person: null }),
  ),
});

it.each([
  ['all agree', said('同意', '同意'), '通过', '同意 2 家', 0],
  ['one has conditions', said('同意', '有条件同意'), '有条件通过', '同意 1 家，有条件同意 1 家', 0],
  ['one is silent', said('有条件同意', null), '待意见', '有条件同意 1 家，未回 1 家', 1],
  ['one is against, whoever is silent', said('不同意', '同意', null), '未通过', '同意 1 家，不同意 1 家，未回 1 家', 1],
] as const)('%s', (_, review, outcome, words, silent) => {
  expect(outcomeOf(review)).toBe(outcome);
  expect(tally(review)).toBe(words);
  expect(silentIn(review)).toHaveLength(silent);
});
