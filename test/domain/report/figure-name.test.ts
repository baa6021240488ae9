import { describe, expect, test } from 'vitest';
import { CALENDAR } from '../../../src/domain/calendar/books.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { readFigureName, spanOf } from '../../../src/domain/report/figure-name.ts';

describe('a figure’s name', () => {
  test.each([
    ['funds', { metric: 'funds', narrows: [], stretch: 'cumulative', since: null, graceMonths: null }],
    ['到位资金/本期', { metric: '到位资金', stretch: 'period' }],
    ['a/1.5亿以上', { narrows: [{ by: 'size', from: '15000', below: null }] }],
    ['a/5000万元以下', { narrows: [{ by: 'size', from: null, below: '5000' }] }],
    ['a/1-5亿', { narrows: [{ by: 'size', from: '10000', below: '50000' }] }],
    ['a/5000万—1亿', { narrows: [{ by: 'size', from: '5000', below: '10000' }] }],
    [
      'a/省外 / 外资',
      {
        narrows: [
          { by: 'origin', in: ['outside', 'overseas'] },
          { by: 'type', is: '外资' },
        ],
      },
    ],
    ['a/产业链=光伏', { narrows: [{ by: 'chain', is: '光伏' }] }],
    ['a/上年起/宽限3个月', { since: 'last-year', graceMonths: 3 }],
  ])('%s is read', (text, said) => {
    expect(readFigureName(text)).toMatchObject({ text, ...said });
  });

  test.each(['a/', 'a/大约1亿', 'a/1亿左右', 'a/外国'])('%s says nothing', (text) => {
    expect(readFigureName(text)).toBeNull();
  });
});

test('a year earlier, the end of February is the end of February', () => {
  const cutOff = new Date('2028-02-29T17:00:00+08:00');
  const frame = {
    cumulative: { from: date('2028-01-01'), to: date('2028-02-29'), cutOff },
    periodFrom: date('2028-02-01'),
  };
  expect(spanOf('last-year-then', frame, CALENDAR)).toEqual({
    from: '2027-01-01',
    to: '2027-02-28',
    cutOff: new Date('2027-03-01T17:00:00+08:00'),
  });
  const back = { ...frame, cumulative: { ...frame.cumulative, from: date('2027-01-01'), to: date('2027-02-28') } };
  expect(spanOf('last-year', back, CALENDAR)).toMatchObject({
    from: '2026-01-01',
    to: '2026-02-28',
    cutOff,
    hindsight: true,
  });
});
