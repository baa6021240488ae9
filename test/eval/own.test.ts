import { describe, expect, it } from 'vitest';
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
      ].join('\n\n'),
    );
    expect(whole.items).toBe(3216);
  });

  it('tells the kind and all fields together well enough', () => {
    expect(whole.kindAccuracy).toBeGreaterThanOrEqual(0.85);
    expect(f1(whole.micro)).toBeGreaterThanOrEqual(0.85);
  });
});
