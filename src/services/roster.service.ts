import { deleteIdentitiesOf } from '../db/identity.repository.ts';
import {
  findPerson,
  insertPerson,
  insertUnit,
  listPeople,
  listUnits,
  type Person,
  type PersonFields,
  type Unit,
  type UnitFields,
  updatePerson,
  updateUnit,
} from '../db/roster.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { mayEver, type Role } from '../domain/org/access.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

export type { Person, Unit };
export { listPeople, listUnits };

type By = Pick<Acting, 'actor'>;

/** Refuses ("access.denied") whoever may not set up. */
export function requireSetUp({ actor }: By, command: string): void {
  if (!mayEver(actor, 'set-up')) throw new Refusal('access.denied', { command });
}

/** Adds a person. Refusals: "person.name", "person.twice" (same name and unit, or the mobile is somebody's). */
export async function addPerson(
  tx: OrgTx,
  by: By,
  person: { readonly name: string; readonly role: Role } & PersonFields,
): Promise<Person> {
  requireSetUp(by, '人员');
  if (!/^[\u4e00-\u9fffA-Za-z·. ]{2,20}$/.test(person.name)) throw new Refusal('person.name', { name: person.name });
  const people = await listPeople(tx);
  const twin = people.find(
    ({ name, unitId, mobile }) =>
      (name === person.name && unitId === (person.unitId ?? null)) || (mobile !== null && mobile === person.mobile),
  );
  if (twin) throw new Refusal('person.twice', { name: twin.name });
  return requirePerson(tx, await insertPerson(tx, person));
}

/** Changes a person; disabling also takes the accounts off, so that the person is unknown from then on. */
export async function changePerson(tx: OrgTx, by: By, id: number, fields: PersonFields): Promise<Person> {
  requireSetUp(by, '人员');
  if (fields.disabled && id === by.actor.personId) throw new Refusal('person.self');
  const twin = (await listPeople(tx)).find(
    (other) => other.id !== id && fields.mobile && other.mobile === fields.mobile,
  );
  if (twin) throw new Refusal('person.twice', { name: twin.name });
  await updatePerson(tx, id, fields);
  return requirePerson(tx, id);
}

/** Takes a person's accounts off; gives how many there were. */
export async function unbindPerson(tx: OrgTx, by: By, id: number): Promise<number> {
  requireSetUp(by, '人员');
  return deleteIdentitiesOf(tx, id);
}

async function requirePerson(tx: OrgTx, id: number): Promise<Person> {
  const person = await findPerson(tx, id);
  if (!person) throw new Refusal('name.unknown', { name: '' });
  return person;
}

/** Adds a unit. Refusals: "unit.name", "unit.twice". */
export async function addUnit(
  tx: OrgTx,
  by: By,
  unit: { readonly name: string; readonly kind: string } & UnitFields,
): Promise<Unit> {
  requireSetUp(by, '单位');
  await requireFreeName(tx, unit.name, null);
  return requireUnit(tx, await insertUnit(tx, unit));
}

/** Changes a unit; a new name or alias must not be another unit's. */
export async function changeUnit(tx: OrgTx, by: By, id: number, fields: UnitFields): Promise<Unit> {
  requireSetUp(by, '单位');
  for (const name of [...(fields.name === undefined ? [] : [fields.name]), ...(fields.aliases ?? [])]) {
    await requireFreeName(tx, name, id);
  }
  await updateUnit(tx, id, fields);
  return requireUnit(tx, id);
}

/** Ends a unit on a day: it is no longer ranked, and keeps its past. */
export const endUnit = (tx: OrgTx, by: By, id: number, on: CalendarDate): Promise<Unit> =>
  changeUnit(tx, by, id, { endsOn: on });

async function requireFreeName(tx: OrgTx, name: string, except: number | null): Promise<void> {
  if (!/^[\u4e00-\u9fffA-Za-z0-9（）()·]{2,30}$/.test(name)) throw new Refusal('unit.name', { name });
  const units = await listUnits(tx);
  const twin = units.find((unit) => unit.id !== except && (unit.name === name || unit.aliases.includes(name)));
  if (twin) throw new Refusal('unit.twice', { name: twin.name });
}

async function requireUnit(tx: OrgTx, id: number): Promise<Unit> {
  const unit = (await listUnits(tx)).find((one) => one.id === id);
  if (!unit) throw new Refusal('name.unknown', { name: '' });
  return unit;
}
