import { expect, it } from 'vitest';
import { amount } from '../../../src/domain/money/decimal.ts';
import { sizeTier } from '../../../src/domain/project/size-tier.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';

it.each([
  ['4999.99', null],
  ['5000', '5000'],
  ['9999.999999', '5000'],
  ['10000', '10000'],
  ['500000', '500000'],
  ['9000000', '1000000'],
])('%s 万元 falls into the tier from %s', (investment, tier) => {
  expect(sizeTier(amount(investment), DEFAULT_SETTINGS.sizeTiers)).toBe(tier);
});

it('an unknown investment has no tier', () => {
  expect(sizeTier(null, DEFAULT_SETTINGS.sizeTiers)).toBeNull();
});
