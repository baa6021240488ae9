import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { exportedSheet, headingOf } from '../../src/commands/exported.ts';
import { readNames } from '../../src/commands/names.ts';
import { rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { Resource } from '../../src/domain/resource/resource.ts';
import { readDates } from '../../src/reading/date.ts';
import { readResource } from '../../src/reading/resource.ts';
import { resourceCard, resourcesReply } from '../../src/rendering/cards/resource.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { resourcesSheet } from '../../src/rendering/xlsx/collections.ts';
import {
  addResource,
  handResource,
  listResources,
  loadResource,
  retireResource,
  seesMobile,
  touch,
} from '../../src/services/resource.service.ts';

const ADD = /^(?:新增|添加|登记)\s*/;
const STEP = /^(联系|交给|停用)?\s*(\d{1,6})(?:\s*号)?(?=\s|$)\s*(联系|交给|停用)?\s*([\s\S]*)$/;
const KEEPER = /(?:[\s，,]|^)联系人\s*[：:]?\s*(\S{2,10})/;

export default defineCommand({
  name: '资源',
  group: 'activity',
  synonyms: ['资源库', '招商资源', '乡贤库'],
  initials: 'zy',
  english: ['resources', 'contacts'],
  help: '乡贤、企业家、商会、招商大使、基金、联络点：谁在联系、多久没联系；记一次联系',
  usage:
    '资源 [地区、类型或姓名] [导出] · 资源 新增 类型 姓名 地区 情况 电话 [联系人 某某] · 资源 联系 编号 [日期] 内容',
  examples: [
    '资源',
    '资源 深圳',
    '资源 新增 乡贤 张建国 深圳 某科技公司董事长 13900001111',
    '资源 联系 3 电话沟通，下月回乡考察',
    '资源 导出',
  ],
  slots: { said: rest('内容', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ said = '' }, context) => {
    if (ADD.test(said)) return added(said.replace(ADD, ''), context);
    const found = STEP.exec(said);
    if (found) return step(Number(found[2]), found[1] ?? found[3], found[4] ?? '', context);
    if (/^(?:联系|交给|停用)/.test(said)) throw new Refusal('resource.number');
    const { today, org, tx } = context;
    const words = said.replace(/\s*导出\s*/, ' ').trim();
    const fits = (await listResources(tx)).filter(({ kind, name, region, about, keeper }) =>
      words
        .split(/\s+/)
        .every((word) => [kind, name, region ?? '', about ?? '', keeper].some((words) => words.includes(word))),
    );
    if (said.includes('导出'))
      return exportedSheet(context, resourcesSheet(headingOf(context), fits, opensIn(context)));
    return resourcesReply(fits, { whose: words.slice(0, 20), today, quiet: org.settings.resourceQuietDays });
  },
});

/** Whose numbers stand whole in this chat: one's own, alone with the bot. */
const opensIn =
  ({ chat, actor }: Context) =>
  (resource: Resource): boolean =>
    chat.kind === 'direct' && seesMobile(actor, resource);

const card = (resource: Resource, context: Context, title?: string): Reply =>
  resourceCard(resource, { today: context.today, open: opensIn(context)(resource) }, title);

async function added(text: string, context: Context): Promise<Reply> {
  const keeper = KEEPER.exec(text);
  const named = keeper ? readNames(keeper[1] ?? '', context.vocabulary, ['person'])[0]?.named : undefined;
  if (keeper && !named) throw new Refusal('name.unknown', { name: keeper[1] });
  const { resource, changed } = await addResource(
    context.tx,
    context,
    readResource(text.replace(KEEPER, ' ')),
    named?.id,
  );
  return card(resource, context, changed ? '已登记资源' : '早已登记，没有重复写入');
}

async function step(id: number, verb: string | undefined, words: string, context: Context): Promise<Reply> {
  const { tx, today, calendar, vocabulary } = context;
  if (verb === '停用') return card(await retireResource(tx, context, id), context, '已停用，不再列出');
  if (verb === '交给') {
    const keeper = readNames(words, vocabulary, ['person'])[0]?.named;
    if (!keeper) throw new Refusal('name.unknown', { name: words.slice(0, 20) });
    return card((await handResource(tx, context, id, keeper.id)).resource, context, '已交接');
  }
  if (verb === undefined) return card(await loadResource(tx, id), context);
  const [day] = readDates(words.slice(0, 12), today, calendar, { prefer: 'past' });
  const on = day && day.start === 0 && !('impossible' in day) ? day.from : undefined;
  const said = (on && day ? words.slice(day.end) : words).replace(/^[\s，,：:]+/, '');
  const { resource, changed } = await touch(tx, context, id, { on, words: said });
  return card(resource, context, changed ? '已记联系' : '之后已经联系过，没有写入');
}
