import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { byUrgency, dueOf, isLate, type MineItem } from '../../../src/domain/work/mine.ts';

const project = (id: number, patch: object): MineItem => ({
  kind: 'step',
  project: {
    id,
    name: `项目${id}`,
    unitId: 1,
    nextStep: '送资料',
    nextStepOn: date('2026-06-12'),
    lastProgressOn: date('2026-06-01'),
    protectedTo: null,
    ...patch,
  },
});

const TODAY = date('2026-06-10');
const LATE = project(1, { nextStepOn: date('2026-06-08') });
const NOW = project(2, { nextStepOn: TODAY });
const SOON = project(3, { nextStepOn: date('2026-06-12') });
const LATER = project(4, { nextStepOn: date('2026-06-30') });
const VERIFY: MineItem = { kind: 'verify', count: 3 };

describe('the order of a list', () => {
  it('is overdue, due today, what others wait for, then by day', () => {
    expect(byUrgency([LATER, VERIFY, SOON, NOW, LATE], TODAY)).toEqual([LATE, NOW, VERIFY, SOON, LATER]);
  });

  it('knows the day of each item', () => {
    expect(dueOf(SOON)).toBe('2026-06-12');
    expect(dueOf(VERIFY)).toBeNull();
    expect(isLate(LATE, TODAY)).toBe(true);
    expect(isLate(NOW, TODAY)).toBe(false);
  });
});
