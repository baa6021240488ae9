import { describe, expect, it } from 'vitest';
import { calibration, calibrationTable } from './calibration.ts';
import { labelledSet } from './labelled.ts';
import { f1, score, table } from './score.ts';

describe('quick capture on messages of other places, years and writers', () => {
  const { labelled, predictions } = labelledSet('own');
  const slice = (name: string) => labelled.filter((item) => item.slice === name);
  const whole = score(labelled, predictions);

  it('prints the table of the open and of the blind slice', () => {
    console.log(
      [
        table('own set', whole),
        table('own set, open', score(slice('open'), predictions)),
        table('own set, blind', score(slice('blind'), predictions)),
        calibrationTable('own set', calibration(labelled, predictions)),
      ].join('\n\n'),
    );
    expect(whole.items).toBe(15935);
  });

  it('is right the more often the surer it says to be, and at least as often as it says where it acts unasked', () => {
    const steps = calibration(labelled, predictions).filter(({ count }) => count >= 20);
    for (const { from, told, right } of steps) if (from >= 0.6) expect(right).toBeGreaterThanOrEqual(told - 0.05);
  });

  it('tells the kind and all fields together well enough', () => {
    expect(whole.kindAccuracy).toBeGreaterThanOrEqual(0.85);
    expect(f1(whole.micro)).toBeGreaterThanOrEqual(0.85);
  });
});
