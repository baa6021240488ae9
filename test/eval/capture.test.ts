import { describe, expect, it } from 'vitest';
import type { CaptureFields } from '../../src/reading/gold.ts';
import { half, labelledSet } from './labelled.ts';
import { f1, precision, type Score, score, table } from './score.ts';

const tally = (result: Score, field: keyof CaptureFields) => result.fields[field] ?? { tp: 0, fp: 0, fn: 0 };

describe('quick capture on the labelled messages', () => {
  const { labelled, predictions } = labelledSet('dev');
  const whole = score(labelled, predictions);
  it('prints the table, whole and by two halves of the sources', () => {
    const halves = [0, 1].map((side) => labelled.filter((item) => half(item) === side));
    console.log(
      [
        table('whole set', whole),
        ...halves.map((items, side) => table(`half ${side} by source`, score(items, predictions))),
      ].join('\n\n'),
    );
    expect(whole.items).toBe(252);
  });

  it.each([
    ['investment_wan', 0.95],
    ['fdi_wan_usd', 0.9],
    ['land_mu', 0.95],
    ['date', 0.9],
    ['contact_phone', 1],
  ] as const)('reads %s with an F1 of at least %d', (field, floor) => {
    expect(f1(tally(whole, field))).toBeGreaterThanOrEqual(floor);
  });

  it('tells the kind and all fields together well enough', () => {
    expect(whole.kindAccuracy).toBeGreaterThanOrEqual(0.85);
    expect(f1(whole.micro)).toBeGreaterThanOrEqual(0.85);
  });

  it.each(['investment_wan', 'fdi_wan_usd', 'land_mu', 'annual_output_wan', 'jobs'] as const)(
    'leaves %s blank rather than wrong',
    (field) => {
      expect(precision(tally(whole, field))).toBeGreaterThanOrEqual(0.95);
    },
  );
});
