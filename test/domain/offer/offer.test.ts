import { expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { amount } from '../../../src/domain/money/decimal.ts';
import { type Offer, offerFigures } from '../../../src/domain/offer/offer.ts';

it('the library counts pitches, and a lead that came of two offers once', () => {
  const offer: Offer = {
    id: 1,
    name: '甲',
    chain: null,
    sought: amount('30000.5'),
    site: null,
    contact: null,
    summary: null,
    unitId: null,
    unitName: null,
    pitches: [
      { company: '乙', on: date('2026-06-01'), projectId: 7 },
      { company: '丙', on: date('2026-06-01'), projectId: null },
    ],
  };
  expect(offerFigures([offer, { ...offer, sought: null }])).toEqual({
    count: 2,
    sought: '30000.5',
    pitches: 4,
    leads: 1,
  });
});
