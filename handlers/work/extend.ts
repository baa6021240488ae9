import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { day, record, rest } from '../../src/commands/slots.ts';
import { extensionCard, stepReply, toldCard } from '../../src/rendering/cards/task.card.ts';
import { dayText } from '../../src/rendering/day.ts';
import { answerMoreTime, askMoreTime } from '../../src/services/task-step.service.ts';

export default defineCommand({
  name: '延期',
  group: 'work',
  synonyms: ['申请延期'],
  initials: 'yq',
  english: ['extend'],
  help: '申请延期，由交办人答复',
  usage: '延期 任务编号 新期限 理由',
  examples: ['延期 R45 下周五 等省厅批复'],
  slots: { task: record('R', '任务编号'), to: day('future', '新期限'), reason: rest('理由', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ task, to, reason }, context) =>
    stepReply(
      await askMoreTime(context.tx, context, task, to, reason, extensionCard),
      `已申请延期到 ${dayText(to, context.today)}，等交办人答复`,
    ),
  actions: {
    grant: { kind: 'write', run: ({ task }, context) => answer(context, Number(task), true) },
    deny: { kind: 'write', run: ({ task }, context) => answer(context, Number(task), false) },
  },
});

const answer = async (context: Context, task: number, granted: boolean) => {
  const words = granted ? '延期已同意' : '延期未同意，仍按原期限';
  return stepReply(await answerMoreTime(context.tx, context, task, granted, (told) => toldCard(told, words)), words);
};
