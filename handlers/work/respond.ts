import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { stepReply } from '../../src/rendering/cards/task.card.ts';
import { respondTo } from '../../src/services/task-step.service.ts';

export default defineCommand({
  name: '反馈',
  group: 'work',
  synonyms: ['回复', '报进展'],
  initials: 'fk',
  english: ['respond'],
  help: '说明任务办到哪一步',
  usage: '反馈 任务编号 情况',
  examples: ['反馈 R45 方案已报自然资源局，预计周四批复'],
  slots: { task: record('R', '任务编号'), text: rest('情况') },
  kind: 'write',
  ability: 'look',
  run: async ({ task, text }, context) => stepReply(await respondTo(context.tx, context, task, text), '已记下反馈'),
});
