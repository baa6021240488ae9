import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultScheme } from '../../../src/domain/scoring/default-scheme.ts';
import { everyKind } from '../../support/every-kind.ts';
import { resultsOf, type TestUnit } from '../../support/scoring.ts';

const amount = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null });
const unit = fc.record({
  组: fc.constantFrom('甲', '乙'),
  signed_count: amount,
  signed_amount: amount,
  funds: amount,
  funds_target: amount,
  fdi: amount,
  fdi_target: amount,
  started_count: amount,
});
const board = fc
  .array(unit, { minLength: 1, maxLength: 12 })
  .map((units): readonly TestUnit[] => units.map((one, index) => ({ ...one, 名: `第${index}个` })));
const raised = ['signed_count', 'signed_amount', 'funds', 'fdi', 'started_count'] as const;

const mixed = {
  metrics: { 占比: { kind: 'ratio', num: 'funds', den: { kind: 'pool', do: 'sum', value: 'funds', within: 'all' } } },
  items: [
    { id: '系数', weight: 0.3, rule: { kind: 'range', value: 'signed_amount', within: 'group' } },
    { id: '名次', weight: 0.7, rule: { kind: 'place', value: 'funds', first: 100, step: -3, ties: 'mean' } },
    { id: '占比分', full: 20, missing: 'exclude', rule: { kind: 'completion', actual: '占比' } },
  ],
  total: { rescale_to: 100 },
  rank: { by: [{ value: 'total' }, { value: 'signed_count' }], within: 'group' },
  awards: [
    { name: '红', top: 2 },
    { name: '黄', bottom: 2, ties: 'exclude', unless: ['红'] },
  ],
  show: { total: { places: 2 }, 占比: { percent: true, places: 1 } },
};

describe('whatever the figures', () => {
  it.each([
    ['default', defaultScheme],
    ['mixed', mixed],
  ])('the order of units changes nothing (%s)', (_name, scheme) => {
    fc.assert(
      fc.property(board, fc.infiniteStream(fc.integer()), (units, keys) => {
        const shuffled = units
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => Number(a.key) - Number(b.key))
          .map(({ one }) => one);
        const byName = (results: ReturnType<typeof resultsOf>) =>
          results.toSorted((a, b) => (a.name < b.name ? -1 : 1));
        expect(byName(resultsOf(scheme, shuffled))).toEqual(byName(resultsOf(scheme, units)));
      }),
      { numRuns: 60 },
    );
  });

  it('more of what is wanted never lowers a rank', () => {
    const pick = fc.record({ at: fc.nat(), field: fc.constantFrom(...raised), by: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(board, pick, (units, { at, field, by }) => {
        const index = at % units.length;
        const more = units.map((one, place) =>
          place === index ? { ...one, [field]: Number(one[field] ?? 0) + by } : one,
        );
        const before = resultsOf(defaultScheme, units)[index]?.rank ?? 0;
        expect(resultsOf(defaultScheme, more)[index]?.rank).toBeLessThanOrEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('working it out again gives the same', () => {
    fc.assert(
      fc.property(board, (units) => {
        expect(resultsOf(mixed, units)).toEqual(resultsOf(JSON.parse(JSON.stringify(mixed)), structuredClone(units)));
      }),
      { numRuns: 40 },
    );
  });

  it('a total is the sum of its items', () => {
    const scheme = { items: mixed.items.slice(0, 2) };
    fc.assert(
      fc.property(board, (units) => {
        for (const { exact } of resultsOf(scheme, units)) {
          const sum = ['系数', '名次'].reduce((all, id) => all + Number(exact[id]), 0);
          expect(Number(exact.total)).toBeCloseTo(sum, 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('more of a metric with a positive weight never lowers a rank, whatever the rule', () => {
    const weight = fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10);
    const pool = fc.constantFrom('all', 'group');
    const rule = fc.oneof(
      fc.record({ kind: fc.constant('range'), value: fc.constant('funds'), within: pool }),
      fc.record({
        kind: fc.constant('place'),
        value: fc.constant('funds'),
        within: pool,
        first: fc.constant(100),
        step: fc.constant(-3),
        ties: fc.constantFrom('best', 'mean'),
      }),
      fc.record({
        kind: fc.constant('place'),
        value: fc.constant('funds'),
        table: fc.constant([50, 20, 5]),
        rest: fc.constant(1),
      }),
      fc.record({
        kind: fc.constant('completion'),
        actual: fc.constant('funds'),
        target: fc.constant(20),
        cap: fc.constantFrom(null, 1, 1.2),
        floor: fc.constantFrom(0, 0.5),
        over: fc.constant({ per: 0.1, points: 0.5, whole: true, max: 3 }),
      }),
      fc.record({
        kind: fc.constant('each'),
        value: fc.constant('funds'),
        points: fc.constant(0.5),
        per: fc.constant(3),
        whole: fc.boolean(),
        after: fc.constant(5),
      }),
      fc.record({
        kind: fc.constant('table'),
        value: fc.constant('funds'),
        rows: fc.constant([
          { from: 0, points: 0, each: 1, per: 4 },
          { from: 20, points: 6 },
        ]),
      }),
      fc.record({
        kind: fc.constant('cases'),
        cases: fc.constant([
          { when: ['funds', '>=', 30], points: 40 },
          { when: ['funds', '>=', 10], points: 'funds' },
        ]),
      }),
    );
    const items = fc.array(fc.record({ weight, rule }), { minLength: 1, maxLength: 5 });
    const pick = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(board, items, pick, pool, (units, chosen, { at, by }, within) => {
        const scheme = {
          items: chosen.map((item, index) => ({ id: `第${index}项`, ...item })),
          rank: { by: [{ value: 'total' }, { value: 'signed_amount' }], within },
        };
        const index = at % units.length;
        const more = units.map((one, place) =>
          place === index ? { ...one, funds: Number(one.funds ?? 0) + by } : one,
        );
        const before = resultsOf(scheme, units)[index]?.rank ?? 0;
        expect(resultsOf(scheme, more)[index]?.rank).toBeLessThanOrEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('the scheme with everything in it does not care for the order of units either', () => {
    const units = board.map((some) =>
      some.map((one, index) => ({ ...one, a: one.funds, b: one.fdi, size: index * 700, bad: index === 3 })),
    );
    fc.assert(
      fc.property(units, (some) => {
        const byName = (results: ReturnType<typeof resultsOf>) =>
          results.toSorted((a, b) => (a.name < b.name ? -1 : 1));
        expect(byName(resultsOf(everyKind, some.toReversed()))).toEqual(byName(resultsOf(everyKind, some)));
      }),
      { numRuns: 60 },
    );
  });
});
