import { defineCommand } from '../../src/commands/define.ts';
import { record } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { signWhich, stepReply } from '../../src/rendering/cards/task.card.ts';
import { signFor, unsignedOf } from '../../src/services/task-step.service.ts';

export default defineCommand({
  name: '签收',
  group: 'work',
  synonyms: ['收到', '领办'],
  initials: 'qs',
  english: ['sign', 'ack'],
  help: '签收派给自己或本单位的任务',
  usage: '签收 任务编号（只有一件待签收时可不写）',
  examples: ['签收 R45'],
  slots: { task: record('R', '任务编号', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ task }, context) => {
    if (task !== undefined) return stepReply(await signFor(context.tx, context, task), '已签收，开始办理');
    const waiting = await unsignedOf(context.tx, context);
    const [only] = waiting;
    if (!only) throw new Refusal('task.none-unsigned');
    return waiting.length > 1
      ? signWhich(waiting)
      : stepReply(await signFor(context.tx, context, only.id), '已签收，开始办理');
  },
});
