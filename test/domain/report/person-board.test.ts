import { expect, test } from 'vitest';
import { type PersonWork, rankPeople } from '../../../src/domain/report/person-board.ts';

const person = (name: string, work: Partial<PersonWork>): PersonWork => ({
  personId: name.length,
  name,
  unitId: null,
  unit: null,
  leads: 0,
  signed: 0,
  activities: 0,
  notes: 0,
  tasksDue: 0,
  tasksOnTime: 0,
  tasksOverdue: 0,
  ...work,
});

test('places go by signings, then leads, activities and notes; equals share one, who did nothing has none', () => {
  const ranked = rankPeople([
    person('甲', { leads: 9 }),
    person('乙', { signed: 1 }),
    person('丙', { signed: 1, notes: 2 }),
    person('丁', { leads: 9, tasksDue: 3 }),
    person('戊', { tasksDue: 5 }),
    person('己', { leads: 9, activities: 1 }),
  ]);
  expect(ranked.map(({ rank, name }) => `${rank}${name}`)).toEqual(['1丙', '2乙', '3己', '4甲', '4丁']);
});
