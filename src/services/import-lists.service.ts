import { openPlaces } from '../db/place.repository.ts';
import { openPolicies } from '../db/policy.repository.ts';
import { openResources } from '../db/resource.repository.ts';
import { listPeople, listUnits } from '../db/roster.repository.ts';
import type { Amount } from '../domain/money/decimal.ts';
import { PLACE_KINDS } from '../domain/place/place.ts';
import { POLICY_KINDS, policyKindOf } from '../domain/policy/policy.ts';
import { RESOURCE_KINDS } from '../domain/resource/resource.ts';
import { cellAmount, cellArea, cellDay, cellMobile, cellText } from '../reading/cell.ts';
import type { ImportRow, ImportTable } from '../reading/import-table.ts';
import type { Acting } from './acting.ts';
import { type PlannedRow, planRows, type RowWrite, refuseRow } from './import-plan.ts';
import type { OrgTx } from './transaction.ts';

const LONGEST = 40;

/** Plans the library of people and bodies outside (资源): by name and region; one that is on the list stays as it is. */
export async function planResources(
  tx: OrgTx,
  { actor, today }: Acting,
  table: ImportTable,
): Promise<readonly PlannedRow[]> {
  const people = (await listPeople(tx)).filter(({ disabled }) => !disabled);
  const known = new Set((await openResources(tx)).map(({ name, region }) => `${name}|${region ?? ''}`));
  return added(table, 'resource', known, (row, name) => {
    const kind = oneOf(row, 'resourceKind', '类型', RESOURCE_KINDS);
    const region = cellText(row.cells.region, '地区', 40) ?? null;
    const said = cellText(row.cells.keeper, '联系人', 20);
    const keeper = people.find((person) => (said === undefined ? person.id === actor.personId : person.name === said));
    if (!keeper) throw refuseRow(said ? `花名册里没有联系人“${said}”` : '没有联系人');
    const about = cellText(row.cells.about, '情况', 200) ?? null;
    const mobile = cellMobile(row.cells.mobile, '电话') ?? null;
    const who = { keeperId: keeper.id, unitId: keeper.unitId, touchedOn: today };
    return {
      key: `${name}|${region ?? ''}`,
      write: { kind: 'resource', resource: { kind, name, region, about, mobile, ...who } },
    };
  });
}

/** Plans policies (政策): by title; one that is on the list stays as it is. */
export async function planPolicies(
  tx: OrgTx,
  { today, calendar }: Acting,
  table: ImportTable,
): Promise<readonly PlannedRow[]> {
  const known = new Set((await openPolicies(tx)).map(({ title }) => title));
  const { date1904 } = table;
  return added(table, 'policy', known, (row, title) => {
    const gives = cellText(row.cells.gives, '内容', 600);
    if (gives === undefined) throw refuseRow('没有内容');
    const kind = row.cells.policyKind
      ? oneOf(row, 'policyKind', '类型', POLICY_KINDS)
      : policyKindOf(`${title}${gives}`);
    const least = cellAmount(row.cells.least, '总投资门槛', table.units.least) as Amount | undefined;
    const policy = {
      ...{ title, kind, gives, chains: words(row, 'chains'), types: words(row, 'types'), least: least ?? null },
      source: cellText(row.cells.source, '依据', 100) ?? null,
      validTo: cellDay(row.cells.validTo, '有效期', { today, calendar, date1904 }) ?? null,
    };
    return { key: title, write: { kind: 'policy', policy } };
  });
}

/** Plans parks, parcels and plants (载体): by name; one that is on the list stays as it is. */
export async function planPlaces(tx: OrgTx, _: Acting, table: ImportTable): Promise<readonly PlannedRow[]> {
  const known = new Set((await openPlaces(tx)).map(({ name }) => name));
  const units = await listUnits(tx);
  return added(table, 'place', known, (row, name) => {
    const land = cellArea(row.cells.land, '总面积');
    const plant = plantIn(cellText(row.cells.plant, '厂房', 20));
    if (land === undefined && plant === undefined) throw refuseRow('没有面积');
    const park = cellText(row.cells.unit, '所在', 40);
    const unit = units.find((one) => one.name === park || one.aliases.includes(park ?? ''));
    if (park !== undefined && !unit) throw refuseRow(`没有单位“${park}”`);
    const kind = row.cells.placeKind
      ? oneOf(row, 'placeKind', '类别', PLACE_KINDS)
      : land === undefined
        ? '厂房'
        : '土地';
    const price = cellText(row.cells.price, '价格', 40);
    const lists = { chains: words(row, 'chains'), terms: words(row, 'terms') };
    return {
      key: name,
      write: { kind: 'place', place: { name, kind, unitId: unit?.id, land, plant, price, ...lists } },
    };
  });
}

/** Rows by name: those known or said before in the sheet are the same, the others new. */
function added(
  table: ImportTable,
  column: 'resource' | 'policy' | 'place',
  known: ReadonlySet<string>,
  read: (row: ImportRow, name: string) => { readonly key: string; readonly write: RowWrite },
): Promise<readonly PlannedRow[]> {
  const seen = new Set<string>();
  return planRows(
    table.rows,
    (row) => row.cells[column]?.text.slice(0, 20) ?? '（没有名称）',
    (row) => {
      const name = cellText(row.cells[column], '名称', LONGEST);
      if (name === undefined) throw refuseRow('没有名称');
      const { key, write } = read(row, name);
      if (seen.has(key)) throw refuseRow('和前面的行重复');
      seen.add(key);
      return known.has(key) ? { outcome: 'same', detail: '', write: null } : { outcome: 'new', detail: '', write };
    },
  );
}

function oneOf<Word extends string>(row: ImportRow, key: string, column: string, list: readonly Word[]): Word {
  const said = cellText(row.cells[key], column, 20);
  const found = list.find((word) => word === said);
  if (!found) throw refuseRow(`${column}应是${list.join('、')}`);
  return found;
}

const words = (row: ImportRow, key: string): readonly string[] =>
  cellText(row.cells[key], '清单', 200)
    ?.split(/[,，、;；\s]+/)
    .filter((word) => word && word !== '不限') ?? [];

function plantIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bare = text.replace(/[,，]/g, '').replace(/\s*(?:平方米|平米|㎡)$/, '');
  if (!/^\d{1,9}$/.test(bare)) throw refuseRow(`厂房“${text}”不是整平方米`);
  return Number(bare);
}
