import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { type Climber, climb, isNamedInDigest, mayDisturb } from '../../../src/domain/work/ladder.ts';

const calendar = workCalendar();
const DUE_FRIDAY: Climber = {
  dueOn: date('2026-06-12'),
  dueTime: null,
  givenOn: date('2026-06-08'),
  unsigned: false,
};

const at = (climber: Climber, today: string, clock: string, taken: readonly string[] = []) =>
  climb(climber, { today: date(today), clock }, calendar, DEFAULT_SETTINGS, new Set(taken));

describe('the ladder', () => {
  it.each([
    ['2026-06-10', '10:00', null],
    ['2026-06-11', '08:29', null],
    ['2026-06-11', '08:30', 'before'],
    ['2026-06-12', '08:30', 'due'],
    ['2026-06-15', '10:00', 'due'],
    ['2026-06-16', '08:30', 'leader'],
    ['2026-06-22', '08:30', 'leader'],
  ])('on %s at %s has reached %s', (today, clock, rung) => {
    expect(at(DUE_FRIDAY, today, clock).send).toBe(rung);
  });

  it('takes each rung once', () => {
    expect(at(DUE_FRIDAY, '2026-06-12', '09:00', ['before', 'due'])).toEqual({ send: null, taken: [] });
  });

  it('sends only the highest after a gap, and notes the lower ones as taken', () => {
    expect(at(DUE_FRIDAY, '2026-06-16', '09:00')).toEqual({ send: 'leader', taken: ['before', 'due', 'leader'] });
  });

  it('never falls back to a lower rung when the due day is moved', () => {
    const moved = { ...DUE_FRIDAY, dueOn: date('2026-06-18') };
    expect(at(moved, '2026-06-17', '09:00', ['due', 'leader']).send).toBeNull();
  });

  it('takes the digest rung without a message', () => {
    expect(at(DUE_FRIDAY, '2026-06-22', '09:00', ['before', 'due', 'leader'])).toEqual({
      send: null,
      taken: ['digest'],
    });
  });

  it('waits for the clock of a due time', () => {
    const timed = { ...DUE_FRIDAY, dueTime: '17:00' };
    expect(at(timed, '2026-06-12', '16:00', ['before']).send).toBeNull();
    expect(at(timed, '2026-06-12', '17:01', ['before']).send).toBe('due');
  });

  it('leaves out what lies before the work was given', () => {
    const short = { ...DUE_FRIDAY, givenOn: date('2026-06-11') };
    expect(at(short, '2026-06-11', '10:00').send).toBeNull();
    expect(at(short, '2026-06-12', '08:30').send).toBe('due');
    const sameDay = { ...DUE_FRIDAY, givenOn: date('2026-06-12') };
    expect(at(sameDay, '2026-06-12', '18:00').send).toBeNull();
    expect(at(sameDay, '2026-06-15', '08:30').send).toBe('due');
  });

  it('climbs when nobody signs for a workday', () => {
    const unsigned = { ...DUE_FRIDAY, dueOn: date('2026-06-30'), givenOn: date('2026-06-12'), unsigned: true };
    expect(at(unsigned, '2026-06-15', '18:00').send).toBeNull();
    expect(at(unsigned, '2026-06-16', '08:30').send).toBe('unsigned');
    expect(at(unsigned, '2026-06-17', '08:30', ['unsigned']).send).toBeNull();
  });

  it('names work in the digest from five workdays over', () => {
    expect(isNamedInDigest(date('2026-06-12'), date('2026-06-18'), calendar, 5)).toBe(false);
    expect(isNamedInDigest(date('2026-06-12'), date('2026-06-22'), calendar, 5)).toBe(true);
  });

  it.each([
    ['2026-06-12', '07:29', false, false],
    ['2026-06-12', '07:30', false, true],
    ['2026-06-12', '21:00', false, false],
    ['2026-06-13', '10:00', false, false],
    ['2026-06-13', '22:00', true, true],
  ])('on %s at %s (urgent %s) it may disturb: %s', (today, clock, urgent, expected) => {
    expect(mayDisturb({ today: date(today), clock }, calendar, DEFAULT_SETTINGS, urgent)).toBe(expected);
  });
});
