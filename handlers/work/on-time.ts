import { defineCommand } from '../../src/commands/define.ts';
import { rest, unit } from '../../src/commands/slots.ts';
import { onTimeReply } from '../../src/rendering/cards/person-board.card.ts';
import { tasksOnTime } from '../../src/services/person-board.service.ts';
import { periodIn } from '../figures/_period.ts';

export default defineCommand({
  name: '按期率',
  group: 'work',
  synonyms: ['任务按期率', '办结率', '督办情况'],
  initials: 'aql',
  english: ['ontime'],
  help: '各单位任务按期办结多少；写上单位看到人',
  usage: '按期率 [单位] [月份、季度或年]',
  examples: ['按期率', '按期率 城关镇 上半年'],
  slots: { unit: unit({ optional: true }), when: rest('月份', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: whose, when }, context) => {
    const { period } = periodIn(when, context);
    return onTimeReply(await tasksOnTime(context.tx, context, period, whose ?? null), whose?.name ?? null);
  },
});
