import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/org/access.ts';
import { headsOf, personRecipients, type Reachable, unitRecipients } from '../../../src/domain/work/recipients.ts';

const someone = (id: number, role: Role, unitId: number | null, patch: Partial<Reachable> = {}): Reachable => ({
  id,
  role,
  unitId,
  disabled: false,
  awayTo: null,
  ...patch,
});

const STAFF = someone(90, 'staff', 9);

describe('who is told', () => {
  it.each([
    ['liaison and head', [someone(1, 'member', 1), someone(2, 'liaison', 1), someone(3, 'head', 1)], [2, 3]],
    ['members when there is neither', [someone(1, 'member', 1), someone(4, 'member', 1)], [1, 4]],
    ['staff when the unit has nobody', [someone(1, 'member', 2)], [90]],
    ['not those disabled', [someone(2, 'liaison', 1, { disabled: true }), someone(3, 'head', 1)], [3]],
    ['the stand-in too', [someone(2, 'liaison', 1, { awayTo: 5 }), someone(5, 'member', 1)], [2, 5]],
  ])("a unit's task reaches %s", (_, people, expected) => {
    expect(unitRecipients(1, [...people, STAFF])).toEqual(expected);
  });

  it('a person who has left is replaced by liaison and head', () => {
    const people = [
      someone(1, 'member', 1, { disabled: true }),
      someone(2, 'liaison', 1),
      someone(3, 'head', 1),
      STAFF,
    ];
    expect(personRecipients(1, people)).toEqual([2, 3]);
    expect(personRecipients(2, people)).toEqual([2]);
  });

  it('knows the heads of a unit, and none of no unit', () => {
    expect(headsOf(1, [someone(3, 'head', 1), STAFF])).toEqual([3]);
    expect(headsOf(null, [someone(3, 'head', 1)])).toEqual([]);
  });
});
