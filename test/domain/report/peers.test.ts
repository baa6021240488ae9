import { expect, test } from 'vitest';
import { meanSizeRatio, type PeerFigure, peerStandings } from '../../../src/domain/report/peers.ts';
import { d } from '../../support/board.ts';

const funds = (place: string, value: string, ours = false): PeerFigure => ({
  place,
  ours,
  metric: 'funds',
  value: d(value),
});

test.each([
  [['甲', '5'], ['我', '4'], ['乙', '1'], { rank: 2, above: '甲 1', below: '乙 -3', first: '甲 1' }],
  [['甲', '5'], ['我', '5'], ['乙', '9'], { rank: 2, above: '乙 4', below: undefined, first: '乙 4' }],
  [['甲', '5'], ['我', '9'], ['乙', '9'], { rank: 1, above: undefined, below: '甲 -4', first: undefined }],
  [['甲', '5'], ['我', '4'], ['乙', '9'], { rank: 3, above: '甲 1', below: undefined, first: '乙 5' }],
  [['甲', '5'], ['我', '9'], ['乙', '7'], { rank: 1, above: undefined, below: '乙 -2', first: undefined }],
  [['甲', '0.1'], ['我', '0.3'], ['乙', '0.2'], { rank: 1, above: undefined, below: '乙 -0.1', first: undefined }],
])('%j %j %j: %j', (...rows) => {
  const [a, own, b, expected] = rows as unknown as [[string, string], [string, string], [string, string], object];
  const [found] = peerStandings([funds(...a), funds(own[0], own[1], true), funds(...b)]);
  const text = (gap: { place: string; gap: string } | null | undefined) =>
    gap ? `${gap.place} ${gap.gap}` : undefined;
  expect({
    rank: found?.rank,
    above: text(found?.above),
    below: text(found?.below),
    first: text(found?.first),
  }).toEqual(expected);
});

test('without our own figure there is no standing', () => {
  expect(peerStandings([funds('甲', '5'), funds('乙', '4')])).toEqual([]);
  expect(peerStandings([funds('我', '5', true)])).toEqual([]);
});

test('our mean project size over everybody’s together, exact', () => {
  const both = (place: string, amount: string, count: string, ours = false): PeerFigure[] => [
    { place, ours, metric: 'signed-amount', value: d(amount) },
    { place, ours, metric: 'signed-count', value: d(count) },
  ];
  expect(meanSizeRatio([...both('我', '10', '2', true), ...both('甲', '30', '3')])).toBe('5/8');
  expect(meanSizeRatio([...both('我', '10', '0', true), ...both('甲', '30', '3')])).toBeNull();
  expect(meanSizeRatio([funds('我', '1', true)])).toBeNull();
});
