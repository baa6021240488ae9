import type { Role } from '../org/access.ts';

/** A person as far as reminders are concerned. */
export interface Reachable {
  readonly id: number;
  readonly unitId: number | null;
  readonly role: Role;
  readonly disabled: boolean;
  /** Who stands in while away. */
  readonly awayTo: number | null;
}

/** Who hears of a unit's work: its liaisons and heads; its members when it has none; staff when it has nobody. */
export function unitRecipients(unitId: number, people: readonly Reachable[]): readonly number[] {
  const here = people.filter((person) => person.unitId === unitId && !person.disabled);
  const named = here.filter((person) => person.role === 'liaison' || person.role === 'head');
  const found = named.length > 0 ? named : here;
  return withStandIns(found.length > 0 ? found : staffOf(people), people);
}

/** Who hears of a person's work: the person (and the stand-in); the unit's liaison and head when disabled. */
export function personRecipients(personId: number, people: readonly Reachable[]): readonly number[] {
  const person = people.find(({ id }) => id === personId);
  if (person && !person.disabled) return withStandIns([person], people);
  return person?.unitId ? unitRecipients(person.unitId, people) : withStandIns(staffOf(people), people);
}

/** The heads of a unit; nobody when it has none. */
export const headsOf = (unitId: number | null, people: readonly Reachable[]): readonly number[] =>
  unitId === null
    ? []
    : withStandIns(
        people.filter((person) => person.unitId === unitId && person.role === 'head' && !person.disabled),
        people,
      );

/** Staff of the promotion centre; admins when there is none. */
export function staffOf(people: readonly Reachable[]): readonly Reachable[] {
  const staff = people.filter((person) => person.role === 'staff' && !person.disabled);
  return staff.length > 0 ? staff : people.filter((person) => person.role === 'admin' && !person.disabled);
}

function withStandIns(found: readonly Reachable[], people: readonly Reachable[]): readonly number[] {
  const standIns = found.flatMap(({ awayTo }) =>
    people.some((person) => person.id === awayTo && !person.disabled) && awayTo !== null ? [awayTo] : [],
  );
  return [...new Set([...found.map(({ id }) => id), ...standIns])];
}
