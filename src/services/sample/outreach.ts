import { putEffect } from '../../db/effect.repository.ts';
import { insertCalendarEvent } from '../../db/event.repository.ts';
import { putExpected } from '../../db/expected.repository.ts';
import { insertMaterial } from '../../db/material.repository.ts';
import { insertOffer, putPitch } from '../../db/offer.repository.ts';
import { putPostDay } from '../../db/post-day.repository.ts';
import { insertResource } from '../../db/resource.repository.ts';
import { insertReview, putOpinion } from '../../db/review.repository.ts';
import { insertFirm, moveFirm, planFirm } from '../../db/target-firm.repository.ts';
import type { Cadence } from '../../domain/activity/event.ts';
import { addDays, addMonths, startOfMonth } from '../../domain/calendar/date.ts';
import { decimal } from '../../domain/money/decimal.ts';
import type { ResourceKind } from '../../domain/resource/resource.ts';
import type { FirmState } from '../../domain/target-firm/target-firm.ts';
import { at, type Making, workday } from './projects.ts';
import type { SampleUnit } from './roster.ts';

/** Helpers outside: kind, name, region, about, which unit keeps the contact, days since the last touch. */
const RESOURCES: readonly (readonly [ResourceKind, string, string, string, string, number])[] = [
  ['乡贤', '方致远', '深圳', '电子企业董事长，城关镇人', '城关镇', 12],
  ['乡贤', '邱佩兰', '上海', '投资公司合伙人，石桥镇人', '石桥镇', 75],
  ['商会', '深圳市云岭商会', '深圳', '会员 120 家', '商务局', 34],
  ['招商大使', '尹海川', '杭州', '装备行业协会副会长', '工信局', 20],
  ['基金', '岭秀产业基金', '北京', '新能源方向', '经开区管委会', 91],
  ['联络点', '云岭驻苏州联络点', '苏州', '商务局派驻 2 人', '商务局', 5],
];

/** Firms to knock at: name, lists, chain, node, region, whose, how far. */
const FIRMS: readonly (readonly [
  string,
  readonly string[],
  string,
  string,
  string,
  string,
  FirmState,
  string | null,
])[] = [
  [
    '天枢储能股份',
    ['上市公司'],
    '新能源',
    '储能电池',
    '常州',
    '经开区管委会',
    '已拜访',
    '商务局长带队，谈标准地和绿电',
  ],
  ['北岭重工集团', ['中国500强', '央企'], '装备制造', '减速机', '北京', '工信局', '已联系', null],
  ['味当家食品', ['隐形冠军'], '现代食品', '预制菜', '郑州', '清河镇', '来考察', '清河镇书记对接，先租厂房'],
  ['锐芯电子', ['专精特新'], '电子信息', '传感器', '苏州', '商务局', '未接触', null],
  ['云帆复合材料', ['行业50强'], '新材料', '碳纤维', '威海', '工信局', '未接触', null],
];

/** What we offer: name, 万元, chain, site, whose, whom it was offered to. */
const OFFERS: readonly (readonly [string, number, string, string, string, readonly string[]])[] = [
  ['年产 5 万吨预制菜产业园', 32000, '现代食品', '清河镇食品园', '清河镇', ['味当家食品', '长河冷链']],
  ['储能电池模组生产线', 85000, '新能源', '经开区A区1号地', '经开区管委会', ['天枢储能股份']],
  ['数控机床零部件基地', 46000, '装备制造', '经开区A区2号地', '工信局', []],
];

/** The calendar: name, days from today, days long, place, whose, how often. */
const EVENTS: readonly (readonly [string, number, number, string | null, string, Cadence | null])[] = [
  ['企业服务日', 9, 0, '经开区', '经开区管委会', '每月'],
  ['季度重点项目观摩', 24, 0, null, '工信局', '每季度'],
  ['长三角产业推介会', 38, 1, '苏州', '商务局', '每年'],
];

/** Who helps, whom we knock at, what we offer and what is ahead, so that no list of the sample county is empty. */
export async function makeOutreach(making: Making): Promise<void> {
  const { tx, roster, today } = making;
  const by = roster.staff[0] ?? 1;
  const now = at(making, today, 9);
  const unitOf = (name: string): SampleUnit | undefined => roster.units.find((unit) => unit.name === name);
  const keeperOf = (name: string): number => unitOf(name)?.people[1] ?? by;
  for (const [kind, name, region, about, unit, since] of RESOURCES)
    await insertResource(tx, {
      ...{ kind, name, region, about, mobile: null, keeperId: keeperOf(unit), unitId: unitOf(unit)?.id ?? null },
      touchedOn: addDays(today, -since),
    });
  for (const [name, ranks, chain, node, region, unit, state, plan] of FIRMS) {
    const id = await insertFirm(tx, {
      name,
      ranks,
      chain,
      node,
      region,
      unitId: unitOf(unit)?.id ?? null,
      keeperId: keeperOf(unit),
    });
    if (state !== '未接触')
      await moveFirm(tx, id, { state, on: workday(addDays(today, -8)), words: null, projectId: null });
    if (plan) await planFirm(tx, id, plan);
  }
  for (const [name, sought, chain, site, unit, companies] of OFFERS) {
    const offer = { name, chain, site, sought: decimal<never>(sought), contact: null, summary: null };
    const offerId = await insertOffer(tx, { ...offer, unitId: unitOf(unit)?.id ?? null });
    for (const company of companies)
      await putPitch(tx, { offerId, company, on: addDays(today, -20), by, projectId: null });
  }
  for (const [name, ahead, long, place, unit, every] of EVENTS) {
    const from = workday(addDays(today, ahead));
    await insertCalendarEvent(tx, {
      ...{ name, from, to: addDays(from, long), place, unitId: unitOf(unit)?.id ?? null, every },
      by,
      at: now,
    });
  }
  await insertMaterial(tx, { title: '云岭县投资指南', link: 'https://example.com/guide', fileId: null });
  for (const back of [1, 2, 3]) {
    const on = workday(addDays(today, -back));
    await putPostDay(tx, {
      personId: keeperOf('商务局'),
      on,
      place: '苏州',
      words: back === 1 ? '拜访两家传感器企业' : null,
    });
  }
  await makeProspects(making, by);
}

/** Money told ahead, effects, and a joint review under way. */
async function makeProspects(making: Making, by: number): Promise<void> {
  const { tx, roster, today } = making;
  const now = at(making, today, 9);
  const projects = await tx.sql
    .selectFrom('projects')
    .select(['id', 'stage'])
    .where('stage', 'in', ['在谈', '签约', '落地', '投产'])
    .where('unit_id', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  const of = (stage: string) => projects.filter((project) => project.stage === stage);
  for (const [index, { id }] of [...of('签约'), ...of('落地')].slice(0, 4).entries()) {
    const month = addMonths(startOfMonth(today), index % 2);
    const told = { amount: decimal(2000 + index * 1500), likelihood: 60 + index * 10, by, at: now };
    await putExpected(tx, { projectId: id, kind: 'funds', month }, told);
  }
  for (const [index, { id }] of of('投产').slice(0, 3).entries()) {
    await putEffect(tx, { projectId: id, kind: '就业', amount: decimal(80 + index * 45), on: today, by });
    if (index === 0) await putEffect(tx, { projectId: id, kind: '村集体增收', amount: decimal(32), on: today, by });
  }
  const [talked] = of('在谈');
  const units = roster.units.slice(-3).map(({ id }) => id);
  if (!talked) return;
  const dueOn = workday(addDays(today, 6));
  const reviewId = await insertReview(tx, { projectId: talked.id, dueOn, by, at: now, units });
  const [first] = units;
  if (first !== undefined)
    await putOpinion(tx, { reviewId, unitId: first, verdict: '有条件同意', words: '先补能评', by, at: now });
}
