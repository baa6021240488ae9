import { describe, expect, it } from 'vitest';
import { scoreCase } from '../../../src/domain/scoring/case.ts';
import { refusalOf } from '../../support/scoring.ts';

const item = (rule: object, extra: object = {}) => ({ items: [{ id: '项', rule, ...extra }] });
const metric = (m: object) => ({ metrics: { m } });
const given = { kind: 'given', value: 'v' };
/** A key of its own, because a literal `then` reads as a promise. */
const THEN = 'then';

describe('a scheme is refused at the path of its mistake', () => {
  it.each<[string, object, string]>([
    ['an unknown field of the scheme', { bonus: 1 }, 'bonus'],
    ['a title that is no text', { title: 3 }, 'title'],
    ['a version that is no whole number', { version: 1.5 }, 'version'],
    ['an unknown kind of metric', metric({ kind: 'median', of: ['a'] }), 'metrics.m.kind'],
    ['a metric without a kind', metric({ num: 'a' }), 'metrics.m.kind'],
    ['a metric that is no object', { metrics: { m: 5 } }, 'metrics.m'],
    ['an unknown field of a metric', metric({ kind: 'ratio', num: 'a', den: 'b', fallback: 1 }), 'metrics.m.fallback'],
    ['a missing field of a metric', metric({ kind: 'ratio', num: 'a' }), 'metrics.m.den'],
    ['an unknown kind written in place', metric({ kind: 'ratio', num: { kind: 'x' }, den: 1 }), 'metrics.m.num.kind'],
    ['a value that is a list', metric({ kind: 'ratio', num: [], den: 1 }), 'metrics.m.num'],
    ['a value that is null', metric({ kind: 'growth', now: null, base: 1 }), 'metrics.m.now'],
    ['an empty list of values', metric({ kind: 'sum', of: [] }), 'metrics.m.of'],
    ['too few weights', metric({ kind: 'sum', of: ['a', 'b'], weights: [1] }), 'metrics.m.weights'],
    ['too many weights', metric({ kind: 'mean', of: ['a'], weights: [1, 2] }), 'metrics.m.weights'],
    ['an unknown way to take nulls', metric({ kind: 'sum', of: ['a'], missing: 'skip' }), 'metrics.m.missing'],
    ['a sum of records without a field', metric({ kind: 'rows', from: 'r', do: 'sum' }), 'metrics.m.field'],
    ['an unknown operation on records', metric({ kind: 'rows', from: 'r', do: 'avg', field: 'x' }), 'metrics.m.do'],
    [
      'a factor that is missing',
      metric({ kind: 'rows', from: 'r', do: 'count', coef: [[{}]] }),
      'metrics.m.coef[0][0].factor',
    ],
    [
      'an unknown comparison on records',
      metric({ kind: 'rows', from: 'r', do: 'count', where: ['a', '~', 1] }),
      'metrics.m.where[1]',
    ],
    ['an operation a tally has not', metric({ kind: 'tally', of: ['a'], op: 'in', than: 1 }), 'metrics.m.op'],
    ['a metric that needs itself', metric({ kind: 'sum', of: ['m'] }), 'metrics.m'],
    [
      'metrics that need each other, also inside others',
      {
        metrics: {
          a: { kind: 'pool', do: 'sum', value: { kind: 'ratio', num: 'b', den: 1 } },
          b: { kind: 'shortfall', value: 'a', need: 1 },
        },
      },
      'metrics.a',
    ],
    [
      'metrics that need each other by growth',
      { metrics: { a: { kind: 'growth', now: 'x', base: 'b' }, b: { kind: 'max', of: ['a'] } } },
      'metrics.a',
    ],
    [
      'an unknown kind of rule',
      {
        items: [
          { id: 'a', rule: given },
          { id: 'b', rule: given },
          { id: 'c', rule: { kind: 'magic' } },
        ],
      },
      'items[2].rule.kind',
    ],
    ['an unknown field of a rule', item({ ...given, cap: 1 }), 'items[0].rule.cap'],
    ['an item without a rule', { items: [{ id: '项' }] }, 'items[0].rule'],
    ['an item without an id', { items: [{ rule: given }] }, 'items[0].id'],
    ['items that are no list', { items: {} }, 'items'],
    ['an unknown field of an item', item(given, { wieght: 1 }), 'items[0].wieght'],
    [
      'two items of one id',
      {
        items: [
          { id: 'a', rule: given },
          { id: 'a', rule: given },
        ],
      },
      'items[1].id',
    ],
    [
      'two inner items of one id',
      item({
        kind: 'group',
        items: [
          { id: 'a', rule: given },
          { id: 'a', rule: given },
        ],
      }),
      'items[0].rule.items[1].id',
    ],
    [
      'an unknown kind inside a group',
      item({ kind: 'group', items: [{ id: 'a', rule: { kind: 'x' } }] }),
      'items[0].rule.items[0].rule.kind',
    ],
    ['a group of nothing', item({ kind: 'group', items: [] }), 'items[0].rule.items'],
    ['an unknown pick', item({ kind: 'group', items: [{ id: 'a', rule: given }], pick: 'mean' }), 'items[0].rule.pick'],
    ['a step of 0', item({ kind: 'each', value: 'v', points: 1, per: 0 }), 'items[0].rule.per'],
    [
      'a step below 0',
      item({ kind: 'completion', actual: 'v', over: { per: -1, points: 1 } }),
      'items[0].rule.over.per',
    ],
    ['over without points', item({ kind: 'completion', actual: 'v', over: { per: 1 } }), 'items[0].rule.over.points'],
    ['a cap that is text', item({ kind: 'completion', actual: 'v', cap: '1.2' }), 'items[0].rule.cap'],
    ['a table without rows', item({ kind: 'table', value: 'v', rows: [] }), 'items[0].rule.rows'],
    ['a row without points', item({ kind: 'table', value: 'v', rows: [{ from: 1 }] }), 'items[0].rule.rows[0].points'],
    ['place points without first or table', item({ kind: 'place', value: 'v' }), 'items[0].rule.table'],
    [
      'place points with first and table',
      item({ kind: 'place', value: 'v', first: 1, table: [1] }),
      'items[0].rule.table',
    ],
    ['an unknown pool', item({ kind: 'range', value: 'v', within: 'city' }), 'items[0].rule.within'],
    ['a parameter by something else', item(given, { full: { by_size: {} } }), 'items[0].full.by_size'],
    ['a parameter by rows without rows', item(given, { full: { by: 'v' } }), 'items[0].full.rows'],
    ['a parameter by group of text', item(given, { full: { by_group: { 甲: '4' } } }), 'items[0].full.by_group.甲'],
    ['a parameter by group with more', item(given, { full: { by_group: {}, rest: 1 } }), 'items[0].full.rest'],
    ['a condition of two places', item(given, { when: ['v', '>'] }), 'items[0].when'],
    ['a condition of four places', item(given, { when: ['v', '>', 1, 2] }), 'items[0].when'],
    ['an unknown comparison', item(given, { when: { all: [['v', '=', 1]] } }), 'items[0].when.all[0][1]'],
    ['an unknown connective', item(given, { when: { none: [] } }), 'items[0].when.none'],
    ['a condition with two connectives', item(given, { when: { not: ['v', '>', 1], any: [] } }), 'items[0].when.not'],
    ['an unknown answer to null', item(given, { missing: 'skip' }), 'items[0].missing'],
    ['places below 0', item(given, { round: { places: -1 } }), 'items[0].round.places'],
    ['an unknown way to round', { show: { v: { mode: 'floor' } } }, 'show.v.mode'],
    ['more places than a figure has', { show: { v: { places: 1000 } } }, 'show.v.places'],
    ['an unknown field of the total', { total: { cap: 1 } }, 'total.cap'],
    ['an item called total', { items: [{ id: 'total', rule: given }] }, 'items[0].id'],
    [
      'a metric called total beside items',
      { metrics: { total: { kind: 'progress' } }, ...item(given) },
      'metrics.total',
    ],
    ['an unknown veto', { veto: [{ id: 'x', when: ['v', '>', 1], [THEN]: 'halve' }] }, 'veto[0].then'],
    ['a veto without a condition', { veto: [{ id: 'x', [THEN]: 'last' }] }, 'veto[0].when'],
    ['a ranking by nothing', { rank: { by: [] } }, 'rank.by'],
    ['an unknown order', { rank: { by: [{ value: 'v', order: 'up' }] } }, 'rank.by[0].order'],
    ['an unknown way with ties', { rank: { by: [{ value: 'v' }], ties: 'mean' } }, 'rank.ties'],
    ['an unknown comparison of ranks', { rank: { by: [{ value: 'v' }], compare: 'rounded' } }, 'rank.compare'],
    ['an award by place where nothing ranks', { awards: [{ name: '旗', top: 1 }] }, 'rank'],
    ['an award for nothing', { awards: [{ name: '旗' }] }, 'awards[0]'],
    ['an award for both ends', { awards: [{ name: '旗', top: 1, bottom: 1 }] }, 'awards[0].bottom'],
    ['an award for the first 0', { awards: [{ name: '旗', top: 0 }] }, 'awards[0].top'],
    [
      'an award unless one that is not there',
      { awards: [{ name: '旗', top: 1, unless: ['奖'] }] },
      'awards[0].unless[0]',
    ],
    ['an award unless itself', { awards: [{ name: '旗', top: 1, unless: ['旗'] }] }, 'awards[0].unless[0]'],
    [
      'awards that wait for each other',
      {
        awards: [
          { name: 'a', top: 1, unless: ['b'] },
          { name: 'b', top: 1, unless: ['a'] },
        ],
      },
      'awards[0].unless[0]',
    ],
    ['an unknown field of the period', { period: { months: 3 } }, 'period.months'],
    ['a progress over 0', { period: { progress: { num: 1, den: 0 } } }, 'period.progress.den'],
  ])('%s', (_name, scheme, path) => {
    expect(refusalOf(scheme)).toBe(path);
  });

  it('says so in Chinese, with what would be right', () => {
    const answer = scoreCase({ id: 'c', scheme: { id: 's', title: '试', ...item({ kind: 'magic' }) }, units: [] });
    expect(answer).toEqual({
      id: 'c',
      error: {
        path: 'items[0].rule.kind',
        message: '应为 completion、each、table、cases、range、place、given、group 之一',
      },
    });
  });

  it('nested beyond reason', () => {
    const deep = (depth: number): unknown =>
      Array.from({ length: depth }).reduce((inner) => ({ not: inner }), ['v', '>', 1]);
    expect(refusalOf(item(given, { when: deep(20) }))).toBeNull();
    expect(refusalOf(item(given, { when: deep(20_000) }))).toMatch(/^items\[0\]\.when\.not\.not.*…$/);
  });

  it('accepts two metrics that share a third', () => {
    const sum = (name: string) => ({ kind: 'sum', of: [name, name] });
    expect(refusalOf({ metrics: { a: sum('b'), c: sum('b'), b: sum('x') } })).toBeNull();
  });
});

describe('inputs are refused at their path', () => {
  const needs = (m: object) => ({ ...metric(m), show: { m: {} } });
  it.each<[string, object, object, string]>([
    ['text where a number is needed', needs({ kind: 'sum', of: ['a'] }), { a: '一百' }, 'units[0].inputs.a'],
    ['a number with a comma', needs({ kind: 'sum', of: ['a'] }), { a: '12,000' }, 'units[0].inputs.a'],
    ['a list where a number is needed', needs({ kind: 'sum', of: ['a'] }), { a: [1] }, 'units[0].inputs.a'],
    [
      'a number where records are needed',
      needs({ kind: 'rows', from: 'a', do: 'count' }),
      { a: 3 },
      'units[0].inputs.a',
    ],
    [
      'a number among the records',
      needs({ kind: 'rows', from: 'a', do: 'count' }),
      { a: [{}, 3] },
      'units[0].inputs.a[1]',
    ],
    [
      'text in a record',
      needs({ kind: 'rows', from: 'a', do: 'sum', field: 'x' }),
      { a: [{ x: 1 }, { x: '多' }] },
      'units[0].inputs.a[1].x',
    ],
  ])('%s', (_name, scheme, inputs, path) => {
    expect(refusalOf(scheme, [{ ...inputs }])).toBe(path);
  });
});

describe('a malformed case is answered, never thrown at', () => {
  const scheme = { id: 's', title: '试' };
  it.each<[unknown, string | null, string]>([
    [null, null, ''],
    ['x', null, ''],
    [[], null, ''],
    [{ id: 'c' }, 'c', 'scheme'],
    [{ id: 'c', scheme: [] }, 'c', 'scheme'],
    [{ id: 'c', scheme: {} }, 'c', 'id'],
    [{ id: 'c', scheme: { id: 's' } }, 'c', 'title'],
    [{ id: 7, scheme }, '7', 'units'],
    [{ id: 'c', scheme, units: {} }, 'c', 'units'],
    [{ id: 'c', scheme, units: [3] }, 'c', 'units[0]'],
    [{ id: 'c', scheme, units: [{}] }, 'c', 'units[0].name'],
    [{ id: 'c', scheme, units: [{ name: '甲', group: 1 }] }, 'c', 'units[0].group'],
    [{ id: 'c', scheme, units: [{ name: '甲', inputs: [] }] }, 'c', 'units[0].inputs'],
    [{ id: 'c', scheme, units: [], period: { progress: 'half' } }, 'c', 'period.progress'],
  ])('%j', (input, id, path) => {
    expect(scoreCase(input)).toMatchObject({ id, error: { path } });
  });

  it('a unit without inputs or group is a unit of which nothing is known', () => {
    const shown = { ...scheme, show: { a: { places: 0 } } };
    expect(scoreCase({ id: 'c', scheme: shown, units: [{ name: '甲', group: null }] })).toEqual({
      id: 'c',
      results: [{ name: '甲', values: { a: null }, exact: { a: null }, rank: null, awards: [] }],
    });
  });
});
