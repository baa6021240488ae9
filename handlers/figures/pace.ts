import { defineCommand } from '../../src/commands/define.ts';
import { unit } from '../../src/commands/slots.ts';
import { monthOf } from '../../src/domain/calendar/period.ts';
import { unitPaceReply } from '../../src/rendering/cards/pace.card.ts';
import { paceReply } from '../../src/rendering/report/board-reply.ts';
import { buildBoard } from '../../src/services/board.service.ts';
import { paceOfUnit } from '../../src/services/pace.service.ts';

export default defineCommand({
  name: '进度',
  group: 'figures',
  synonyms: ['时序', '序时进度', '完成率', '目标进度'],
  initials: 'jdu',
  english: ['pace', 'progressreport'],
  help: '目标任务完成多少，比序时快还是慢，每月还需多少',
  usage: '进度 [单位]',
  examples: ['进度', '进度 城关镇'],
  slots: { unit: unit({ optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: asked }, { tx, org, today, now }) =>
    asked
      ? unitPaceReply(await paceOfUnit(tx, org, asked, now))
      : paceReply((await buildBoard(tx, org, monthOf(today), now)).model, today),
});
