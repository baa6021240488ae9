import { describe, expect, it } from 'vitest';
import { readRewardBook } from '../../../src/domain/reward/book.ts';
import { readReferrers } from '../../../src/domain/reward/read-referrers.ts';
import { mistakeIn } from '../../../src/domain/scoring/mistake.ts';

const rule = { base: 'fixed_done', rate: { mode: 'flat', rate: 0.003 } };

function refusedAt(input: unknown): string | null {
  try {
    readRewardBook(input);
    return null;
  } catch (error) {
    return mistakeIn(error)?.path ?? 'a fault';
  }
}

describe('a reward book', () => {
  it('is one rule, or the rules of several levels', () => {
    expect(readRewardBook(rule)).toEqual([{ layer: '', rules: [rule] }]);
    const layers = [
      { layer: '市级', rules: [rule] },
      { layer: '县级', rules: [rule, rule] },
    ];
    expect(readRewardBook({ layers })).toEqual(layers);
  });

  it.each<[unknown, string]>([
    [null, 'rule'],
    [{ ...rule, bonus: 1 }, 'rule.bonus'],
    [{ layers: [] }, 'rule.layers'],
    [{ layers: [{ layer: '市级', rules: [] }] }, 'rule.layers[0].rules'],
    [{ layers: [{ rules: [rule] }] }, 'rule.layers[0].layer'],
    [{ layers: [{ layer: '市级', rules: [rule] }], cap: 1 }, 'rule.cap'],
    [
      {
        layers: [
          { layer: '市', rules: [rule] },
          { layer: '县', rules: [rule, { ...rule, cap: '1' }] },
        ],
      },
      'rule.layers[1].rules[1].cap',
    ],
  ])('%j is refused at %s', (input, path) => {
    expect(refusedAt(input)).toBe(path);
  });
});

describe('referrers as they are written', () => {
  it.each<[string, readonly object[]]>([
    ['李明', [{ name: '李明' }]],
    ['李明、王强', [{ name: '李明' }, { name: '王强' }]],
    ['李明和王强', [{ name: '李明' }, { name: '王强' }]],
    ['李和平', [{ name: '李和平' }]],
    ['金和建材', [{ name: '金和建材' }]],
    [
      '李明（商会会长）、王强(公职人员)',
      [
        { name: '李明', kind: '商会会长' },
        { name: '王强', kind: '公职人员' },
      ],
    ],
    [
      '李明 60%，王强4成',
      [
        { name: '李明', share: '60' },
        { name: '王强', share: '40' },
      ],
    ],
    [
      '李明（企业家）2.5成; 王强75％',
      [
        { name: '李明', kind: '企业家', share: '25' },
        { name: '王强', share: '75' },
      ],
    ],
    [' 、', []],
  ])('%s', (written, referrers) => {
    expect(readReferrers(written)).toEqual(referrers);
  });
});
