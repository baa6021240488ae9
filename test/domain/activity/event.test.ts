import { describe, expect, it } from 'vitest';
import { nextOf, owedOn, standingsOf } from '../../../src/domain/activity/event.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { decimal } from '../../../src/domain/money/decimal.ts';

const CALENDAR = workCalendar();

describe('an event', () => {
  it.each([
    ['每月', '2026-06-25', '2026-07-27'],
    ['每季度', '2026-06-25', '2026-09-27'],
    ['每年', '2026-06-17', '2027-06-17'],
  ] as const)('%s of %s comes again on %s, on a workday', (every, from, next) => {
    expect(nextOf({ from: date(from), to: date(from), every }, CALENDAR)?.from.slice(0, 7)).toBe(next.slice(0, 7));
    const again = nextOf({ from: date(from), to: date(from), every }, CALENDAR);
    expect(again && CALENDAR.isWorkday(again.from)).toBe(true);
  });

  it('lasts as long as before, and once is once', () => {
    const span = { from: date('2026-06-17'), to: date('2026-06-21') };
    expect(nextOf({ ...span, every: '每年' }, CALENDAR)).toEqual({ from: '2027-06-17', to: '2027-06-21' });
    expect(nextOf({ ...span, every: null }, CALENDAR)).toBeNull();
  });

  it.each([
    ['2026-06-02', null],
    ['2026-06-03', { what: '筹备', by: '2026-06-17' }],
    ['2026-06-16', { what: '筹备', by: '2026-06-17' }],
    ['2026-06-17', { what: '报结果', by: '2026-06-24' }],
  ])('on %s is owed %o', (today, owed) => {
    const event = { from: date('2026-06-17'), to: date('2026-06-18'), result: null };
    expect(owedOn(event, date(today), CALENDAR)).toEqual(owed);
    expect(owedOn({ ...event, result: '签约 2 个' }, date(today), CALENDAR)).toBeNull();
  });
});

it('marks are averaged exactly, the best first', () => {
  const mark = (projectId: number, score: string) => ({
    projectId,
    projectName: `${projectId}`,
    unitName: null,
    score: decimal(score),
  });
  const standings = standingsOf([mark(1, '90'), mark(2, '95'), mark(1, '91'), mark(1, '91')]);
  expect(standings.map(({ id, mean, marks }) => [id, mean, marks])).toEqual([
    [2, '95.00', 1],
    [1, '90.67', 3],
  ]);
});
