import { expect, test } from 'vitest';
import { figuresNamed } from '../../../src/domain/scoring/figures-named.ts';
import { readScheme } from '../../../src/domain/scoring/read-scheme.ts';

test('finds every name that comes from outside, wherever the language lets one stand', () => {
  const scheme = readScheme({
    id: 's',
    title: '示例',
    metrics: {
      own: { kind: 'ratio', num: 'a', den: { kind: 'sum', of: ['b', 1, 'own2'] } },
      own2: { kind: 'input', field: 'c' },
      list: { kind: 'rows', from: 'd', do: 'sum', field: 'not-a-figure', where: ['nor-this', '>', 1] },
    },
    items: [
      {
        id: '甲',
        full: { by: 'e', rows: [{ from: 0, value: 1 }] },
        when: { any: [['f', '>', 0], { not: ['own', '>', 0] }] },
        rule: { kind: 'group', items: [{ id: '乙', rule: { kind: 'completion', actual: 'g', target: 'own' } }] },
      },
      { id: '丙', rule: { kind: 'cases', cases: [{ when: ['total', '>', 1], points: 'h' }] } },
    ],
    rank: { by: [{ value: '乙' }, { value: 'i' }] },
    awards: [{ name: '旗', when: ['j', '==', 'text'] }],
    show: { k: { places: 1 } },
  });
  expect(figuresNamed(scheme).map(({ name, path }) => `${name} ${path}`)).toEqual([
    'a metrics.own.num',
    'b metrics.own.den.of[0]',
    'c metrics.own2.field',
    'd metrics.list.from',
    'e items[0].full.by',
    'f items[0].when.any[0][0]',
    'g items[0].rule.items[0].rule.actual',
    'h items[1].rule.cases[0].points',
    'i rank.by[1].value',
    'j awards[0].when[0]',
    'k show.k',
  ]);
});
