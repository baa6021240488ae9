import { describe, expect, it } from 'vitest';
import { area } from '../../../src/domain/money/decimal.ts';
import { freeLand, type Place, propose, requireFree } from '../../../src/domain/place/place.ts';
import { Refusal } from '../../../src/domain/refusal.ts';

const place = (id: number, more: Partial<Place> = {}): Place => ({
  id,
  name: `${id} 号地`,
  kind: '土地',
  unitId: null,
  unitName: null,
  land: area('60'),
  taken: area('0'),
  plant: null,
  price: null,
  chains: [],
  terms: [],
  uses: [],
  ...more,
});
const ids = (need: Parameters<typeof propose>[0], places: readonly Place[]) =>
  propose(need, places).map((one) => one.place.id);

describe('places for a project', () => {
  const need = { land: area('40'), chain: '装备', unitId: 7 };

  it.each([
    [
      'with too little land left is not proposed',
      [place(1, { taken: area('20.01') }), place(2, { taken: area('20') })],
      [2],
    ],
    ['whose land nobody told is not proposed to who needs land', [place(1, { land: null, plant: 9000 })], []],
    ['meant for other industries is not proposed', [place(1, { chains: ['食品'] }), place(2)], [2]],
    [
      'meant for the chain stands before the own unit’s',
      [place(1, { unitId: 7 }), place(2, { chains: ['装备'] })],
      [2, 1],
    ],
    ['of the own unit stands before ready land', [place(1, { terms: ['标准地'] }), place(2, { unitId: 7 })], [2, 1]],
    ['that lies idle stands before the others', [place(1), place(2, { kind: '存量' })], [2, 1]],
    ['that leaves less over stands first', [place(1), place(2, { land: area('41') })], [2, 1]],
  ] as const)('one %s', (_, places, expected) => {
    expect(ids(need, [...places])).toEqual(expected);
  });

  it('are those with anything left where nobody said how much is needed', () => {
    const places = [place(1, { taken: area('60') }), place(2), place(3, { land: null, plant: 8000 })];
    expect(ids({ land: null, chain: null, unitId: null }, places)).toEqual([3, 2]);
  });
});

it('what is free is exact, and more is refused', () => {
  const half = { name: '甲', land: area('60.5'), taken: area('20.25') };
  expect(freeLand(half)).toBe('40.25');
  expect(() => requireFree(half, area('40.25'))).not.toThrow();
  expect(() => requireFree(half, area('40.26'))).toThrow(Refusal);
});
