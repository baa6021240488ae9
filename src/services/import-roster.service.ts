import {
  listPeople,
  listUnits,
  type Person,
  type PersonFields,
  type Unit,
  type UnitFields,
} from '../db/roster.repository.ts';
import { ROLE_NAMES, type Role } from '../domain/org/access.ts';
import { DEFAULT_GROUPS, UNIT_KINDS, type UnitKind, unitKindOf } from '../domain/org/unit-kind.ts';
import { cellMobile, cellText } from '../reading/cell.ts';
import type { ImportRow, ImportTable } from '../reading/import-table.ts';
import type { Acting } from './acting.ts';
import { type ComingUnit, type PlannedRow, planRows, refuseRow } from './import-plan.ts';
import type { OrgTx } from './transaction.ts';

const ROLES: Readonly<Record<string, Role>> = {
  ...Object.fromEntries((Object.entries(ROLE_NAMES) as [Role, string][]).map(([role, name]) => [name, role])),
  负责人: 'head',
  主要负责人: 'head',
  工作人员: 'staff',
  专员: 'member',
};

interface Around {
  readonly acting: Acting;
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly seen: Set<string>;
  /** Units that earlier rows of the sheet bring in. */
  readonly coming: Map<string, ComingUnit>;
}

/** Plans an import of units and people: people by mobile or by name and unit; units that are new come with their people. */
export async function planRoster(tx: OrgTx, acting: Acting, table: ImportTable): Promise<readonly PlannedRow[]> {
  const around: Around = {
    acting,
    units: await listUnits(tx),
    people: await listPeople(tx),
    seen: new Set(),
    coming: new Map(),
  };
  return planRows(
    table.rows,
    (row) => (row.cells.person ?? row.cells.unit)?.text.slice(0, 20) ?? '',
    (row) => planOne(row, around),
  );
}

function planOne(row: ImportRow, around: Around): Omit<PlannedRow, 'number' | 'label'> {
  const unitName = cellText(row.cells.unit, '单位', 30);
  const bring = unitName === undefined ? null : unitOf(row, unitName, around);
  const name = cellText(row.cells.person, '姓名', 20);
  if (name === undefined) {
    if (!bring) throw refuseRow('没有姓名，也没有单位');
    return bring.existing ? planUnitChange(row, bring.existing) : planUnit(bring);
  }
  if (!/^[\u4e00-\u9fffA-Za-z·. ]{2,20}$/.test(name)) throw refuseRow(`“${name}”不像姓名`);
  const fields = fieldsOf(row);
  const key = fields.mobile ?? `${name}|${unitName ?? ''}`;
  if (around.seen.has(key)) throw refuseRow('和前面的行重复');
  around.seen.add(key);
  const known = knownPerson(name, fields.mobile, bring?.existing?.id ?? null, around.people);
  return known ? planChange(known, name, fields, bring) : planNew(name, fields, bring, unitName);
}

interface Bring {
  readonly existing: Unit | null;
  readonly coming: ComingUnit | null;
  /** The first row that names a new unit. */
  readonly isNew: boolean;
}

function unitOf(row: ImportRow, name: string, { acting, units, coming }: Around): Bring {
  const existing = units.find((unit) => unit.name === name || unit.aliases.includes(name)) ?? null;
  if (existing) return { existing, coming: null, isNew: false };
  const known = coming.get(name);
  if (known) return { existing: null, coming: known, isNew: false };
  const { group, aliases, kind: said } = unitFieldsOf(row);
  const kind = said ?? unitKindOf(name);
  if (!kind) throw refuseRow(`看不出“${name}”是哪一类单位，请填单位类别`);
  const fields = { rankingGroup: group ?? DEFAULT_GROUPS[kind], aliases: aliases ?? [], startsOn: acting.today };
  const unit = { name, kind, fields };
  coming.set(name, unit);
  return { existing: null, coming: unit, isNew: true };
}

function unitFieldsOf(row: ImportRow): { kind?: UnitKind; group?: string; aliases?: readonly string[] } {
  const said = cellText(row.cells.unitKind, '单位类别', 20);
  const alias = cellText(row.cells.alias, '单位简称', 30);
  const group = cellText(row.cells.group, '分组', 20);
  return {
    ...((UNIT_KINDS as readonly string[]).includes(said ?? '') ? { kind: said as UnitKind } : {}),
    ...(group === undefined ? {} : { group }),
    ...(alias === undefined ? {} : { aliases: alias.split(/[,，、\s]+/) }),
  };
}

const planUnit = ({ coming, isNew }: Bring): Omit<PlannedRow, 'number' | 'label'> =>
  coming && isNew
    ? { outcome: 'new', detail: `新单位 ${coming.name}`, write: { kind: 'unit', unit: coming } }
    : { outcome: 'same', detail: '', write: null };

/** A row of a unit alone that is known: its group, kind and short names may change. */
function planUnitChange(row: ImportRow, unit: Unit): Omit<PlannedRow, 'number' | 'label'> {
  const { kind, group, aliases } = unitFieldsOf(row);
  const facts: UnitFields = {
    ...(kind && kind !== unit.kind ? { kind } : {}),
    ...(group && group !== unit.rankingGroup ? { rankingGroup: group } : {}),
    ...(aliases && `${aliases}` !== `${unit.aliases}` ? { aliases } : {}),
  };
  const changed = [
    ...(facts.kind ? [`类别 ${unit.kind} → ${facts.kind}`] : []),
    ...(facts.rankingGroup ? [`分组 ${unit.rankingGroup ?? '空'} → ${facts.rankingGroup}`] : []),
    ...(facts.aliases ? [`简称 ${unit.aliases.join('、') || '空'} → ${facts.aliases.join('、')}`] : []),
  ];
  if (changed.length === 0) return { outcome: 'same', detail: '', write: null };
  return { outcome: 'changed', detail: changed.join('；'), write: { kind: 'unit-facts', id: unit.id, facts } };
}

function fieldsOf(row: ImportRow): { role?: Role; mobile?: string; title?: string } {
  const said = cellText(row.cells.role, '角色', 20);
  const role = said === undefined ? undefined : Object.hasOwn(ROLES, said) ? ROLES[said] : null;
  if (role === null) throw refuseRow(`没有“${said}”这个角色`);
  const mobile = cellMobile(row.cells.mobile, '手机');
  const title = cellText(row.cells.title, '职务', 40);
  return {
    ...(role === undefined ? {} : { role }),
    ...(mobile === undefined ? {} : { mobile }),
    ...(title === undefined ? {} : { title }),
  };
}

function knownPerson(name: string, mobile: string | undefined, unitId: number | null, people: readonly Person[]) {
  const byMobile = mobile === undefined ? undefined : people.find((person) => person.mobile === mobile);
  if (byMobile && byMobile.name !== name) throw refuseRow(`手机号已登记在${byMobile.name}名下`);
  return byMobile ?? people.find((person) => person.name === name && person.unitId === unitId);
}

function planNew(
  name: string,
  fields: { role?: Role } & PersonFields,
  bring: Bring | null,
  unitName: string | undefined,
): Omit<PlannedRow, 'number' | 'label'> {
  const person = { role: 'member' as const, ...fields, name };
  return {
    outcome: 'new',
    detail: bring?.isNew ? `新单位 ${unitName}` : '',
    write: { kind: 'person', id: null, unit: bring && (bring.coming ?? bring.existing?.id ?? null), person },
  };
}

function planChange(
  known: Person,
  name: string,
  fields: { role?: Role; mobile?: string; title?: string },
  bring: Bring | null,
): Omit<PlannedRow, 'number' | 'label'> {
  const moved = bring !== null && bring.existing?.id !== known.unitId;
  const changed = [
    ...(moved ? ['单位'] : []),
    ...(fields.role && fields.role !== known.role ? ['角色'] : []),
    ...(fields.mobile && fields.mobile !== known.mobile ? ['手机'] : []),
    ...(fields.title && fields.title !== known.title ? ['职务'] : []),
  ];
  if (changed.length === 0) return { outcome: 'same', detail: '', write: null };
  return {
    outcome: 'changed',
    detail: `${name}的${changed.join('、')}有变`,
    write: {
      kind: 'person',
      id: known.id,
      unit: moved && bring ? (bring.coming ?? bring.existing?.id ?? null) : known.unitId,
      person: { role: known.role, ...fields, name },
    },
  };
}
