import { defineCommand } from '../../src/commands/define.ts';
import { record } from '../../src/commands/slots.ts';
import { stepReply } from '../../src/rendering/cards/task.card.ts';
import { signFor } from '../../src/services/task-step.service.ts';

export default defineCommand({
  name: '签收',
  group: 'work',
  synonyms: ['收到', '领办'],
  initials: 'qs',
  english: ['sign', 'ack'],
  help: '签收派给自己或本单位的任务',
  usage: '签收 任务编号',
  examples: ['签收 R45'],
  slots: { task: record('R', '任务编号') },
  kind: 'write',
  ability: 'look',
  run: async ({ task }, context) => stepReply(await signFor(context.tx, context, task), '已签收，开始办理'),
});
