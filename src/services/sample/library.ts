import { insertPlace, openPlaces, type PlaceFacts, putUse } from '../../db/place.repository.ts';
import { changeProject } from '../../db/project.repository.ts';
import { type Area, area, decimal } from '../../domain/money/decimal.ts';
import { freeLand, type PlaceKind, propose } from '../../domain/place/place.ts';
import { at, type Making } from './projects.ts';

/** Parcels and plants of the invented county: name, kind, whose, land, plant, price, industries, what comes with it. */
const PLACES: readonly (readonly [
  name: string,
  kind: PlaceKind,
  unit: string,
  land: number | null,
  plant: number | null,
  price: string,
  chains: readonly string[],
  terms: readonly string[],
])[] = [
  ['经开区A区1号地', '土地', '经开区管委会', 320, null, '12.8万元/亩', ['新能源', '装备制造'], ['标准地', '九通一平']],
  ['经开区A区2号地', '土地', '经开区管委会', 180, null, '12.8万元/亩', ['装备制造'], ['标准地', '承诺制']],
  ['经开区标准厂房一期', '厂房', '经开区管委会', null, 24000, '9元/平方米·月', [], ['拎包入住']],
  ['城关镇双创园', '厂房', '城关镇', null, 8600, '7元/平方米·月', [], ['免租一年']],
  ['清河镇食品园', '土地', '清河镇', 150, null, '10万元/亩', ['现代食品'], ['蒸汽', '污水处理']],
  ['石桥镇原纺织厂', '存量', '石桥镇', 66, 15800, '面议', [], ['水电齐全']],
  ['龙泉镇物流园', '土地', '龙泉镇', 210, null, '9.6万元/亩', [], ['标准地']],
];

/** What the county has to offer, with some of it given to projects that have landed. */
export async function makeLibrary(making: Making): Promise<void> {
  const { tx, roster } = making;
  for (const [name, kind, unit, land, plant, price, chains, terms] of PLACES) {
    const unitId = roster.units.find((one) => one.name === unit)?.id;
    const facts: PlaceFacts = {
      unitId,
      land: land === null ? undefined : area(land),
      plant: plant ?? undefined,
      price,
      chains,
      terms,
    };
    await insertPlace(tx, { ...facts, name, kind });
  }
  await settle(making);
}

/** The latest landed projects sit on the place that suits them best. */
async function settle(making: Making): Promise<void> {
  const { tx, roster, today } = making;
  const landed = await tx.sql
    .selectFrom('projects')
    .select(['id', 'land_mu', 'chain', 'unit_id'])
    .where('stage', 'in', ['落地', '开工', '投产'])
    .orderBy('id', 'desc')
    .limit(4)
    .execute();
  for (const { id, land_mu, chain, unit_id } of landed) {
    const land = land_mu === null ? null : decimal<Area>(land_mu);
    const [best] = propose({ land, chain, unitId: unit_id }, await openPlaces(tx));
    if (!best || land === null || freeLand(best.place) === null) continue;
    const by = roster.staff[0] ?? 1;
    await putUse(tx, { placeId: best.place.id, projectId: id, land, by, at: at(making, today, 9) });
    await changeProject(tx, id, { site: best.place.name });
  }
}
