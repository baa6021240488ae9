import { type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Role } from '../domain/org/access.ts';
import type { Reachable } from '../domain/work/recipients.ts';
import { insertRecord, insertRecords, updateRecord, updateRecords } from './change.ts';
import type { OrgTx } from './org-transaction.ts';
import type { PersonRow, UnitRow } from './roster.table.ts';

/** A person of the roster with the unit's name. */
export interface Person extends Reachable {
  readonly name: string;
  readonly title: string | null;
  readonly mobile: string | null;
  readonly unitName: string | null;
  readonly mutes: readonly string[];
}

/** A unit of the roster. */
export interface Unit {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly rankingGroup: string | null;
  readonly aliases: readonly string[];
  readonly assessed: boolean;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
}

/** Everybody of the roster, the disabled too, in the order of their numbers. */
export async function listPeople(tx: OrgTx): Promise<readonly Person[]> {
  const rows = await tx.sql
    .selectFrom('people as p')
    .leftJoin('units as u', (join) => join.onRef('u.org_id', '=', 'p.org_id').onRef('u.id', '=', 'p.unit_id'))
    .selectAll('p')
    .select('u.name as unit_name')
    .orderBy('p.id')
    .execute();
  return rows.map(toPerson);
}

/** One person, or null. */
export async function findPerson(tx: OrgTx, id: number): Promise<Person | null> {
  return (await listPeople(tx)).find((person) => person.id === id) ?? null;
}

/** Every unit, ended ones too, in official order. */
export async function listUnits(tx: OrgTx): Promise<readonly Unit[]> {
  const rows = await tx.sql.selectFrom('units').selectAll().orderBy('sort_order').orderBy('id').execute();
  return rows.map(toUnit);
}

/** What of a person can be written. */
export interface PersonFields {
  readonly name?: string;
  readonly title?: string | null;
  readonly unitId?: number | null;
  readonly mobile?: string | null;
  readonly role?: Role;
  readonly disabled?: boolean;
  readonly mutes?: readonly string[];
}

/** Adds a person; gives the number. */
export async function insertPerson(
  tx: OrgTx,
  person: PersonFields & { readonly name: string; readonly role: Role },
): Promise<number> {
  return (await insertRecord(tx, 'people', { ...personRow(person), name: person.name, role: person.role })).id;
}

/** Adds many people at once. */
export async function insertPeople(
  tx: OrgTx,
  people: readonly (PersonFields & { readonly name: string; readonly role: Role })[],
): Promise<void> {
  const rows = people.map((person) => ({ ...NO_PERSON, ...personRow(person) }));
  await insertRecords(tx, 'people', rows);
}

/** Columns that no field names have the table's defaults. */
const NO_PERSON = { title: null, unit_id: null, mobile: null, disabled: false, mutes: [] };

/** Changes many people at once. */
export const updatePeople = (
  tx: OrgTx,
  people: readonly { readonly id: number; readonly fields: PersonFields }[],
): Promise<void> =>
  updateRecords(
    tx,
    'people',
    people.map(({ id, fields }) => ({ id, patch: personRow(fields) })),
  );

/** Changes a person. */
export async function updatePerson(tx: OrgTx, id: number, fields: PersonFields): Promise<void> {
  await updateRecord(tx, 'people', id, personRow(fields));
}

/** What of a unit can be written. */
export interface UnitFields {
  readonly name?: string;
  readonly kind?: string;
  readonly rankingGroup?: string | null;
  readonly aliases?: readonly string[];
  readonly assessed?: boolean;
  readonly startsOn?: CalendarDate | null;
  readonly endsOn?: CalendarDate | null;
}

/** Adds a unit behind the others; gives the number. */
export async function insertUnit(
  tx: OrgTx,
  unit: UnitFields & { readonly name: string; readonly kind: string },
): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(sort_order), 0) + 1 as next from units`.execute(tx.sql);
  const sort_order = rows[0]?.next ?? 1;
  return (await insertRecord(tx, 'units', { ...unitRow(unit), name: unit.name, kind: unit.kind, sort_order })).id;
}

/** Changes a unit. */
export async function updateUnit(tx: OrgTx, id: number, fields: UnitFields): Promise<void> {
  await updateRecord(tx, 'units', id, unitRow(fields));
}

const personRow = (fields: PersonFields) =>
  given({
    name: fields.name,
    title: fields.title,
    unit_id: fields.unitId,
    mobile: fields.mobile,
    role: fields.role,
    disabled: fields.disabled,
    mutes: fields.mutes && [...fields.mutes],
  });

const unitRow = (fields: UnitFields) =>
  given({
    name: fields.name,
    kind: fields.kind,
    ranking_group: fields.rankingGroup,
    aliases: fields.aliases && [...fields.aliases],
    assessed: fields.assessed,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
  });

type Given<Row> = { [Name in keyof Row]?: Exclude<Row[Name], undefined> };

/** Only what was given: absent fields stay as they are. */
const given = <Row extends object>(row: Row): Given<Row> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Given<Row>;

const toPerson = (row: Selectable<PersonRow> & { unit_name: string | null }): Person => ({
  id: row.id,
  name: row.name,
  title: row.title,
  unitId: row.unit_id,
  mobile: row.mobile,
  role: row.role,
  disabled: row.disabled,
  awayTo: row.away_to,
  mutes: row.mutes,
  unitName: row.unit_name,
});

const toUnit = (row: Selectable<UnitRow>): Unit => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  rankingGroup: row.ranking_group,
  aliases: row.aliases,
  assessed: row.assessed,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});
