import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { exportedSheet, headingOf } from '../../src/commands/exported.ts';
import { readNames } from '../../src/commands/names.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { hasFree } from '../../src/domain/place/place.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readLands } from '../../src/reading/land.ts';
import { readPlace } from '../../src/reading/place.ts';
import { placeCard, placesReply } from '../../src/rendering/cards/place.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { placesSheet } from '../../src/rendering/xlsx/collections.ts';
import {
  addPlace,
  amendPlace,
  listPlaces,
  loadPlace,
  occupy,
  retirePlace,
  vacate,
} from '../../src/services/place.service.ts';
import { knownProject } from '../../src/services/resolve.service.ts';

const VERBS = /^(新增|添加|登记|修改|占用|安排|退出|腾退|停用|导出)\s*/;
/** "3 占用 40亩" is "占用 3 40亩". */
const VERB_BEHIND = /^(\d{1,6})(?:\s*号)?\s*(修改|占用|安排|退出|腾退|停用)(?=\s|$)\s*/;
const NUMBER = /^(\d{1,6})(?:\s*号)?(?=[\s，,]|$)\s*/;

export default defineCommand({
  name: '载体',
  group: 'maps',
  synonyms: ['载体库', '园区载体', '载体清单'],
  initials: 'zt',
  english: ['places', 'parcels'],
  help: '园区、地块、厂房：空闲多少、价格、适合什么产业；登记、安排给项目、腾退',
  usage: '载体 [产业或园区] · 载体 新增 名称 空闲亩数 [园区、价格、产业、条件] · 载体 占用/退出 编号 项目 [亩数]',
  examples: [
    '载体',
    '载体 新增 城东产业园3号地 空闲60亩 园区 经开区 价格 12万元/亩 产业 装备制造 条件 标准地',
    '载体 占用 3 X113 40亩',
    '载体 导出',
  ],
  slots: { about: record('X', '项目编号', { optional: true }), said: rest('内容', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ about, said = '' }, context) => {
    const line = said.replace(VERB_BEHIND, '$2 $1 ');
    const verb = VERBS.exec(line)?.[1];
    const words = line.replace(VERBS, '');
    const number = NUMBER.exec(words)?.[1];
    if (verb === '导出') return exportedSheet(context, placesSheet(headingOf(context), await listPlaces(context.tx)));
    if (verb === '新增' || verb === '添加' || verb === '登记') return added(words, context);
    if (verb === undefined && number === undefined) return listed(words, context);
    if (number === undefined) throw new Refusal('place.number', { verb });
    return verb === undefined
      ? placeCard(await loadPlace(context.tx, Number(number)))
      : step(verb, { id: Number(number), about, words: words.replace(NUMBER, '') }, context);
  },
});

async function added(words: string, context: Context): Promise<Reply> {
  const { place, changed } = await addPlace(context.tx, context, factsIn(words, context));
  return placeCard(place, changed ? '已登记载体' : '早已登记，没有重复写入');
}

/** The facts of a line; the park is a unit of the roster or nothing that is known. Refusal "name.unknown". */
function factsIn(words: string, { vocabulary }: Context) {
  const { park, ...facts } = readPlace(words);
  const unit = park === undefined ? undefined : readNames(park, vocabulary, ['unit'])[0]?.named;
  if (park !== undefined && !unit) throw new Refusal('name.unknown', { name: park.slice(0, 20) });
  return { ...facts, unitId: unit?.id };
}

async function step(
  verb: string,
  { id, about, words }: { readonly id: number; readonly about: number | undefined; readonly words: string },
  context: Context,
): Promise<Reply> {
  const { tx } = context;
  if (verb === '停用') return placeCard(await retirePlace(tx, context, id), '已停用，不再列出');
  if (verb === '修改') return placeCard((await amendPlace(tx, context, id, factsIn(words, context))).place, '已修改');
  if (about === undefined) throw new Refusal('place.project', { verb, place: id });
  const project = await knownProject(tx, context.actor, about);
  if (verb === '退出' || verb === '腾退') {
    const left = await vacate(tx, context, id, project);
    return placeCard(left.place, left.changed ? `X${about} 已退出` : `X${about} 本来就不在这里，没有写入`);
  }
  const done = await occupy(tx, context, id, project, readLands(words)[0]?.mu);
  return placeCard(done.place, done.changed ? `已安排 X${about}` : `X${about} 早已安排，没有重复写入`);
}

async function listed(words: string, { tx, vocabulary }: Context): Promise<Reply> {
  const all = await listPlaces(tx);
  if (!words) return placesReply(all, '');
  const unit = readNames(words, vocabulary, ['unit'])[0]?.named;
  const [needed] = readLands(words);
  if (needed)
    return placesReply(
      all.filter((place) => hasFree(place, needed.mu)),
      `空闲${needed.mu}亩以上的`,
    );
  const fits = (place: (typeof all)[number]): boolean =>
    unit
      ? place.unitId === unit.id
      : [place.name, place.kind, ...place.chains, ...place.terms].some((each) => each.includes(words));
  return placesReply(all.filter(fits), unit?.name ?? words.slice(0, 20));
}
