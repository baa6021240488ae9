import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { exportedSheet, headingOf } from '../../src/commands/exported.ts';
import { readNames } from '../../src/commands/names.ts';
import { readDay } from '../../src/commands/read-day.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { CADENCES } from '../../src/domain/activity/event.ts';
import { tryDecimal } from '../../src/domain/money/decimal.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readFields } from '../../src/reading/fields.ts';
import { calendarReply, eventCard, resultCard } from '../../src/rendering/cards/event.card.ts';
import { assignedCard } from '../../src/rendering/cards/task.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { eventsSheet } from '../../src/rendering/xlsx/collections.ts';
import {
  addEvent,
  calendarOf,
  dropEvent,
  loadEvent,
  prepare,
  score,
  tellResult,
  wholeCalendar,
} from '../../src/services/event.service.ts';
import { knownProject } from '../../src/services/resolve.service.ts';
import { readMatters } from '../work/_matter.ts';

const ADD = /^(?:新增|添加|登记)\s*/;
const STEP = /^(准备|结果|打分|取消)\s*/;
const NUMBER = /^(\d{1,6})(?:\s*号)?(?=[\s，,]|$)[\s，,]*/;
const LABELS = { place: ['地点', '会场'], unit: ['承办', '责任单位', '牵头'] } as const;

export default defineCommand({
  name: '日程',
  group: 'activity',
  synonyms: ['活动日历', '备会', '办会', '观摩'],
  initials: 'rc',
  english: ['calendar', 'events'],
  help: '展会、服务日、观摩、培训的日历：倒计时、准备事项分给谁、办完报结果，按月按季自动排下一次；观摩可打分',
  usage:
    '日程 · 日程 新增 名称 日期 [地点、承办] [每月/每季度/每年] · 日程 准备 编号 单位 期限 事项（可一行一项） · 日程 打分 编号 项目 分数 · 日程 结果 编号 内容 · 日程 取消 编号 · 日程 导出',
  examples: [
    '日程',
    '日程 新增 廊坊经洽会 6月17-21日 地点 廊坊 承办 经开区',
    '日程 准备 3 城东街道 周五前 布置展位',
    '日程 打分 4 X113 92 进度快',
    '日程 结果 3 签约 2 个',
    '日程 导出',
  ],
  slots: { about: record('X', '项目编号', { optional: true }), said: rest('内容', { optional: true }) },
  kind: 'write',
  ability: 'look',
  takesLines: 'whole',
  run: async ({ about, said = '' }, context) => {
    const { tx, today } = context;
    if (said === '导出')
      return exportedSheet(context, eventsSheet(headingOf(context), await wholeCalendar(tx, context)));
    if (ADD.test(said)) return added(said.replace(ADD, ''), context);
    const verb = STEP.exec(said)?.[1];
    const words = said.replace(STEP, '');
    const number = NUMBER.exec(words)?.[1];
    if (!verb && !number && !said) return calendarReply(await calendarOf(tx, context), today);
    if (!number) throw new Refusal('event.number');
    const left = words.replace(NUMBER, '');
    return verb
      ? step(verb, Number(number), { about, words: left }, context)
      : eventCard(await loadEvent(tx, context, Number(number)), today);
  },
});

async function added(text: string, context: Context): Promise<Reply> {
  const days = readDay(text, context, 'future', false);
  if (!days) throw new Refusal('event.when');
  const every = CADENCES.find((one) => text.includes(one)) ?? null;
  const bare = `${text.slice(0, days.start)} ${text.slice(days.end)}`.replace(every ?? '', ' ');
  const { head, fields } = readFields(bare, LABELS);
  const unit = fields.unit === undefined ? undefined : readNames(fields.unit, context.vocabulary, ['unit'])[0]?.named;
  if (fields.unit !== undefined && !unit) throw new Refusal('name.unknown', { name: fields.unit.slice(0, 20) });
  const told = {
    name: head,
    from: days.from,
    to: days.to,
    place: fields.place ?? null,
    unitId: unit?.id ?? null,
    every,
  };
  const { event, changed } = await addEvent(context.tx, context, told);
  return eventCard(event, context.today, changed ? '已登记日程' : '早已登记，没有重复写入');
}

async function step(
  verb: string,
  id: number,
  { about, words }: { readonly about: number | undefined; readonly words: string },
  context: Context,
): Promise<Reply> {
  const { tx, actor, today } = context;
  switch (verb) {
    case '准备':
      return eventCard(
        await prepare(tx, context, id, readMatters(words, about, context), assignedCard),
        today,
        '已安排准备',
      );
    case '打分': {
      if (about === undefined) throw new Refusal('event.score', { event: id });
      const [, mark = '', why = ''] = /^(\d{1,3}(?:\.\d{1,2})?)\s*分?[\s，,]*([\s\S]*)$/.exec(words) ?? [];
      const given = { project: await knownProject(tx, actor, about), score: tryDecimal(mark), words: why };
      return eventCard(await score(tx, context, id, given), today, '已记打分');
    }
    case '取消':
      return eventCard(await dropEvent(tx, context, id), today, '已取消');
    default: {
      const { event, next, changed } = await tellResult(tx, context, id, words);
      return resultCard(event, next, today, changed);
    }
  }
}
