import { expect, test } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { NO_FACTS } from '../../../src/domain/report/facts.ts';
import { factsOf, missingProof, type WaitingItem, withWaiting } from '../../../src/domain/report/waiting.ts';
import { d } from '../../support/board.ts';

const item = (more: Partial<WaitingItem>): WaitingItem => ({
  record: 'L1',
  project: '甲项目',
  what: { ledger: 'funds' },
  amount: d('1000'),
  occurredOn: date('2026-06-01'),
  unitId: 1,
  share: d('1'),
  proved: false,
  ...more,
});

test.each([
  [item({}), { funds: '1000' }],
  [item({ share: d('0.4') }), { funds: '400' }],
  [item({ what: { ledger: 'foreign-capital' } }), { fdi: '1000' }],
  [item({ what: { ledger: 'tax' } }), {}],
  [item({ what: { stage: '签约' }, share: d('0.5') }), { signedCount: '0.5', signedAmount: '500' }],
  [item({ what: { stage: '开工' } }), { startedCount: '1' }],
])('%j would add %j', (waiting, adds) => {
  expect(factsOf(waiting)).toEqual({ ...NO_FACTS, ...adds });
});

test('everything that waits is added to what is verified', () => {
  const facts = { ...NO_FACTS, funds: d('1.5') } as never;
  expect(withWaiting(facts, [item({}), item({ share: d('0.4') })])).toMatchObject({ funds: '1401.5' });
});

test.each([
  [item({}), '到位资金凭证'],
  [item({ proved: true }), null],
  [item({ what: { stage: '签约' } }), '合同'],
])('asks for the proof that is missing', (waiting, proof) => {
  expect(missingProof(waiting)).toBe(proof);
});
