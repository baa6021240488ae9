import { type CalendarEvent, type EventScore, standingsOf } from '../../domain/activity/event.ts';
import { dateAt } from '../../domain/calendar/date.ts';
import { EFFECT_KINDS, type Effect } from '../../domain/effect/effect.ts';
import { freeLand, type Place } from '../../domain/place/place.ts';
import { isOver, type Policy } from '../../domain/policy/policy.ts';
import type { Resource } from '../../domain/resource/resource.ts';
import { outcomeOf, type Review } from '../../domain/work/review.ts';
import { maskedMobile } from '../format.ts';
import { type Heading, sheetOf } from './exports.ts';
import { dayCell, figure, type Sheet, words } from './sheet.ts';

/** The library of people and bodies outside (资源); a number stands whole only where `seesMobile` says so. */
export const resourcesSheet = (
  heading: Heading,
  resources: readonly Resource[],
  seesMobile: (resource: Resource) => boolean,
): Sheet =>
  sheetOf(
    '招商资源库',
    heading,
    [
      ['编号', 8],
      ['类型', 10],
      ['姓名或名称', 20],
      ['地区', 12],
      ['情况', 36],
      ['电话', 14],
      ['联系人', 10],
      ['最近联系', 12],
      ['最近情况', 36],
    ],
    resources.map((one) => [
      words(String(one.id)),
      words(one.kind),
      words(one.name),
      words(one.region),
      words(one.about),
      words(one.mobile && (seesMobile(one) ? one.mobile : maskedMobile(one.mobile))),
      words(one.keeper),
      dayCell(one.touchedOn),
      words(one.lastWords),
    ]),
  );

/** Parks, parcels and plants with what is free and who is there (载体). */
export const placesSheet = (heading: Heading, places: readonly Place[]): Sheet =>
  sheetOf(
    '载体一览',
    heading,
    [
      ['编号', 8],
      ['名称', 26],
      ['类别', 8],
      ['所在', 18],
      ['总面积（亩）', 12],
      ['空闲（亩）', 12],
      ['厂房（平方米）', 14],
      ['价格', 16],
      ['产业', 18],
      ['条件', 24],
      ['入驻项目', 40],
    ],
    places.map((place) => [
      words(String(place.id)),
      words(place.name),
      words(place.kind),
      words(place.unitName),
      figure(place.land),
      figure(freeLand(place)),
      figure(place.plant, 0),
      words(place.price),
      words(place.chains.join('、') || null),
      words(place.terms.join('、') || null),
      words(place.uses.map((use) => `X${use.projectId} ${use.projectName} ${use.land}亩`).join('；') || null),
    ]),
  );

/** The policies in force and those that are over (政策). */
export const policiesSheet = (heading: Heading, policies: readonly Policy[]): Sheet =>
  sheetOf(
    '惠企政策清单',
    heading,
    [
      ['编号', 8],
      ['类型', 8],
      ['名称', 28],
      ['内容', 48],
      ['产业', 18],
      ['项目类型', 12],
      ['总投资门槛（万元）', 16],
      ['依据', 24],
      ['有效期至', 12],
      ['状态', 8],
    ],
    policies.map((policy) => [
      words(String(policy.id)),
      words(policy.kind),
      words(policy.title),
      words(policy.gives),
      words(policy.chains.join('、') || null),
      words(policy.types.join('、') || null),
      figure(policy.least),
      words(policy.source),
      dayCell(policy.validTo),
      words(isOver(policy, heading.today) ? '已过期' : '有效'),
    ]),
  );

interface EventSight
  extends Pick<CalendarEvent, 'id' | 'name' | 'from' | 'to' | 'place' | 'unitName' | 'every' | 'result'> {
  readonly tasks: readonly { readonly state: string }[];
  readonly scores: readonly EventScore[];
}

/** The calendar, held and ahead (日程), with how far the preparation is and the best mark of an observation. */
export const eventsSheet = (heading: Heading, events: readonly EventSight[]): Sheet =>
  sheetOf(
    '招商日程',
    heading,
    [
      ['编号', 8],
      ['名称', 30],
      ['开始', 12],
      ['结束', 12],
      ['地点', 16],
      ['承办', 18],
      ['周期', 10],
      ['准备事项', 10],
      ['已办', 8],
      ['结果', 40],
      ['观摩第一名', 26],
    ],
    events.map((event) => {
      const [best] = standingsOf(event.scores);
      const tasks = event.tasks.filter(({ state }) => state !== 'cancelled');
      return [
        words(String(event.id)),
        words(event.name),
        dayCell(event.from),
        dayCell(event.to),
        words(event.place),
        words(event.unitName),
        words(event.every),
        figure(tasks.length, 0),
        figure(tasks.filter(({ state }) => state === 'done').length, 0),
        words(event.result),
        words(best ? `X${best.id} ${best.name} ${best.mean} 分` : null),
      ];
    }),
  );

/** Joint reviews, a line for each department (会审). */
export const reviewsSheet = (heading: Heading, reviews: readonly Review[]): Sheet =>
  sheetOf(
    '项目会审台账',
    heading,
    [
      ['会审', 8],
      ['项目编号', 10],
      ['项目名称', 28],
      ['发起', 12],
      ['时限', 12],
      ['部门', 18],
      ['意见', 12],
      ['理由', 40],
      ['出具人', 10],
      ['结论', 12],
      ['结束', 12],
    ],
    reviews.flatMap((review) =>
      review.opinions.map((opinion) => [
        words(String(review.id)),
        words(`X${review.projectId}`),
        words(review.projectName),
        dayCell(dateAt(review.askedAt, heading.timeZone)),
        dayCell(review.dueOn),
        words(opinion.unitName),
        words(opinion.verdict ?? '未回'),
        words(opinion.words),
        words(opinion.person),
        words(outcomeOf(review)),
        dayCell(review.closedAt && dateAt(review.closedAt, heading.timeZone)),
      ]),
    ),
  );

/** What projects do for the place beside money (成效), each in its own unit. */
export const effectsSheet = (
  heading: Heading,
  effects: readonly Effect[],
  unitName: (unitId: number) => string | undefined,
): Sheet =>
  sheetOf(
    '项目成效台账',
    heading,
    [
      ['项目编号', 10],
      ['项目名称', 32],
      ['责任单位', 18],
      ['成效', 14],
      ['数量', 12],
      ['计量单位', 12],
      ['登记日期', 12],
    ],
    effects.map((one) => [
      words(`X${one.projectId}`),
      words(one.projectName),
      words((one.unitId !== null && unitName(one.unitId)) || null),
      words(one.kind),
      figure(one.amount),
      words(EFFECT_KINDS[one.kind].unit),
      dayCell(one.on),
    ]),
  );
