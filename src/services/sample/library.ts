import { insertPlace, openPlaces, putUse } from '../../db/place.repository.ts';
import { insertPolicy } from '../../db/policy.repository.ts';
import { changeProject } from '../../db/project.repository.ts';
import { type Area, amount, area, decimal } from '../../domain/money/decimal.ts';
import { freeLand, type PlaceFacts, type PlaceKind, propose } from '../../domain/place/place.ts';
import { policyKindOf } from '../../domain/policy/policy.ts';
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

/** Policies of the invented county: title, what it gives, industries, least investment in 万元, where it is written. */
const POLICIES: readonly (readonly [
  title: string,
  gives: string,
  chains: readonly string[],
  least: number | null,
  source: string,
])[] = [
  ['工业用地弹性出让', '先租后让、租让结合，出让年限 20 年起', [], null, '云政发〔2026〕3号'],
  ['标准地承诺制', '拿地即开工，区域评估成果共享', [], null, '云政办〔2026〕7号'],
  ['设备投资补助', '按实际设备投资额给予补助，最高 500 万元', ['装备制造', '新材料'], 10000, '云政发〔2026〕5号'],
  ['中小企业贷款贴息', '新增固定资产贷款按 LPR 的一半贴息一年', [], null, '云金发〔2026〕2号'],
  [
    '产业引导基金',
    '母基金出资不超过子基金规模 30%，投新能源、电子信息',
    ['新能源', '电子信息'],
    50000,
    '云金发〔2026〕4号',
  ],
  ['重点企业人才公寓', '按投资额配套人才公寓，职工子女就近入学', [], 10000, '云人社〔2026〕9号'],
  ['冷链物流设备更新', '冷库和冷藏车购置补助', ['现代食品'], 2000, '云农〔2026〕6号'],
  ['市级检测中心共享', '材料、装备检测优先排期', ['新材料', '装备制造'], null, '云科〔2026〕1号'],
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
  for (const [title, gives, chains, least, source] of POLICIES)
    await insertPolicy(tx, {
      title,
      gives,
      chains,
      source,
      kind: policyKindOf(`${title} ${gives}`),
      types: [],
      least: least === null ? null : amount(least),
      validTo: null,
      fileId: null,
    });
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
