import { defineCommand } from '../../src/commands/define.ts';
import { rest, unit } from '../../src/commands/slots.ts';
import { personBoardReply } from '../../src/rendering/cards/person-board.card.ts';
import { personBoard } from '../../src/services/person-board.service.ts';
import { periodIn } from './_period.ts';

export default defineCommand({
  name: '个人榜',
  group: 'figures',
  synonyms: ['个人排名', '人员榜', '招商能手'],
  initials: 'grb',
  english: ['peopleboard'],
  help: '谁签约、线索、活动、进展多，任务按期几件（只列前十）',
  usage: '个人榜 [单位] [月份、季度或年]',
  examples: ['个人榜', '个人榜 城关镇 上半年'],
  slots: { unit: unit({ optional: true }), when: rest('月份', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: whose, when }, context) => {
    const { period } = periodIn(when, context);
    return personBoardReply(await personBoard(context.tx, context, period, whose?.id ?? null), whose?.name ?? null);
  },
});
