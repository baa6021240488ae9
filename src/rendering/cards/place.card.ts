import type { CalendarDate } from '../../domain/calendar/date.ts';
import { type Area, sum } from '../../domain/money/decimal.ts';
import { freeLand, type Place, type Proposal } from '../../domain/place/place.ts';
import type { Project } from '../../domain/project/project.ts';
import { land } from '../format.ts';
import { type Button, facts, list, note, type Reply, say, sayMore, type TablePart } from '../reply.ts';

/** A parcel or plant with who is on it. */
export function placeCard(place: Place, title = '载体'): Reply {
  return {
    title: `${title}：${place.id} 号 ${place.name}`,
    tone: 'ok',
    parts: [
      facts(
        ['类型', place.kind],
        ['所在', place.unitName],
        ['土地', place.land && `${land(place.land)}，空闲 ${land(freeLand(place) ?? place.land)}`],
        ['厂房', place.plant === null ? null : `${place.plant} 平方米`],
        ['价格', place.price],
        ['主导产业', place.chains.join('、')],
        ['条件', place.terms.join('、')],
      ),
      ...(place.uses.length > 0
        ? [
            list(
              place.uses.map(
                (use) => `X${use.projectId} ${use.projectName}${use.land === '0' ? '' : `，${land(use.land)}`}`,
              ),
              '已安排',
            ),
          ]
        : []),
    ],
    buttons: [sayMore('安排项目', `载体 占用 ${place.id}`), say('全部载体', '载体')],
  };
}

const SHOWN = 10;

/** What is free, by park; `whose` says how the list was narrowed. */
export function placesReply(places: readonly Place[], whose: string): Reply {
  if (places.length === 0)
    return {
      title: `${whose ? `${whose}：` : ''}没有登记的载体`,
      tone: 'info',
      parts: [
        note('登记一处，例如：载体 新增 城东产业园3号地 空闲60亩 园区 经开区 价格 12万元/亩 产业 装备制造 条件 标准地'),
      ],
    };
  const lands = places.flatMap(({ land: whole }) => whole ?? []);
  const free = places.flatMap((place) => freeLand(place) ?? []);
  const plants = places.reduce((total, { plant, uses }) => total + (uses.length === 0 ? (plant ?? 0) : 0), 0);
  return {
    title: `${whose}载体 ${places.length} 处：土地 ${land(sum(lands))}，空闲 ${land(sum(free))}${plants > 0 ? `；没有安排的厂房 ${plants} 平方米` : ''}`,
    tone: 'info',
    parts: [
      {
        ...placesTable(places.slice(0, SHOWN)),
        ...(places.length > SHOWN ? { more: `共 ${places.length} 处，发“载体 导出”看全部` } : {}),
      },
      note('按产业、园区找：载体 装备制造。给项目找：匹配 X113。'),
    ],
    buttons: [say('导出', '载体 导出'), sayMore('登记', '载体 新增')],
  };
}

/** Places as a table. */
const placesTable = (places: readonly Place[]): TablePart => ({
  type: 'table',
  columns: [
    { head: '编号', align: 'right' },
    { head: '名称' },
    { head: '所在' },
    { head: '空闲/全部', align: 'right' },
    { head: '厂房（平方米）', align: 'right' },
    { head: '价格' },
    { head: '产业' },
    { head: '条件' },
  ],
  rows: places.map((place) => [
    String(place.id),
    place.name,
    place.unitName ?? '',
    place.land === null ? '–' : `${land(freeLand(place) ?? place.land)}/${land(place.land)}`,
    place.plant === null ? '–' : String(place.plant),
    place.price ?? '',
    place.chains.join('、') || '不限',
    [place.kind === '土地' ? '' : place.kind, ...place.terms].filter(Boolean).join('、'),
  ]),
});

/** What is proposed to one project, with the reasons; and what would make the answer better. */
export function matchCard(project: Project, proposals: readonly Proposal[], today: CalendarDate): Reply {
  const needs = [project.land && `用地 ${land(project.land)}`, project.chain && `产业链 ${project.chain}`].filter(
    Boolean,
  );
  const missing = [project.land === null ? '用地' : '', project.chain === null ? '产业链' : ''].filter(Boolean);
  return {
    title:
      proposals.length > 0
        ? `X${project.id} ${project.name}：可选 ${proposals.length} 处载体`
        : `X${project.id} ${project.name}：没有合适的载体`,
    tone: proposals.length > 0 ? 'info' : 'warn',
    record: `X${project.id}`,
    parts: [
      ...(needs.length > 0 ? [note(`需要：${needs.join('，')}`)] : []),
      ...(proposals.length > 0 ? [list(proposals.slice(0, 5).map((one) => proposalLine(one, project.land)))] : []),
      ...(missing.length > 0
        ? [
            note(
              `还没有${missing.join('、')}，补上更准：补充 X${project.id} ${project.land === null ? '用地60亩' : '产业链 装备制造'}`,
            ),
          ]
        : []),
      ...(proposals.length === 0 && project.land !== null
        ? [note(`没有一处空闲够 ${land(project.land)}；发“载体”看全部，或提“问题 X${project.id} 用地”。`)]
        : []),
      note(`截至 ${today}，按登记的载体。`),
    ],
    buttons: [
      ...proposals
        .slice(0, 3)
        .map(({ place }): Button => say(`安排到 ${place.id} 号`, `载体 占用 ${place.id} X${project.id}`)),
      say('查看项目', `查 X${project.id}`),
    ],
  };
}

function proposalLine({ place, free, reasons }: Proposal, wanted: Area | null): string {
  const words = {
    land: wanted && free ? `空闲 ${land(free)}，够 ${land(wanted)}` : '',
    chain: '主导产业相符',
    own: '在责任单位',
    ready: '标准地',
    idle: '存量盘活',
  };
  const facts = [place.unitName, place.price, ...reasons.map((reason) => words[reason])];
  if (wanted === null && free) facts.push(`空闲 ${land(free)}`);
  return `${place.id} 号 ${place.name}：${facts.filter(Boolean).join('；')}`;
}
