import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import type { TaskView } from '../../src/domain/work/task.ts';
import { checkCard, stepReply, toldCard } from '../../src/rendering/cards/task.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { ask, question, settle } from '../../src/services/pending.service.ts';
import { finishFor, passFor, sendBackFor } from '../../src/services/task-step.service.ts';

const PASSED = /^(?:核验)?通过$/;

export default defineCommand({
  name: '办结',
  group: 'work',
  synonyms: ['完成', '办完了', '办完', '办好了'],
  initials: 'bj',
  english: ['done', 'finish'],
  help: '报办结，由交办人核验',
  usage: '办结 任务编号 [结果] · 核验：办结 任务编号 通过 / 退回 原因',
  examples: ['办结 R45 方案已批复', '办结 R45 通过', '办结 R45 退回 缺附件'],
  slots: {
    task: record('R', '任务编号'),
    text: rest('结果', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: ({ task, text = '' }, context) => {
    const back = /^(?:退回|打回)[\s,，:：]*(.*)$/s.exec(text);
    if (back) return sendBack(context, task, back[1]);
    return PASSED.test(text) ? pass(context, task) : finish(context, task, text || undefined);
  },
  actions: {
    pass: { kind: 'write', run: ({ task }, context) => pass(context, Number(task)) },
    back: {
      kind: 'write',
      run: async ({ task }, context) => {
        await ask(context.tx, context, { command: '办结', action: 'reason', args: { task }, minutes: 60 });
        return {
          title: `R${task} 为什么退回？请直接回复原因`,
          tone: 'ask',
          buttons: ['材料不全', '没有达到要求'].map((reason) => ({
            label: reason,
            press: { command: '办结', action: 'back-for', args: { task: task ?? 0, reason } },
          })),
        };
      },
    },
    'back-for': { kind: 'write', run: ({ task, reason }, context) => sendBack(context, Number(task), String(reason)) },
    reason: {
      kind: 'write',
      run: async ({ id }, context, text) => {
        const asked = await question(context.tx, context, Number(id));
        await settle(context.tx, asked.id);
        return sendBack(context, Number(asked.args.task), text);
      },
    },
  },
});

const passedCard = (task: TaskView): Reply => toldCard(task, '核验通过，已办结');

const finish = async (context: Context, task: number, text: string | undefined): Promise<Reply> => {
  const stepped = await finishFor(context.tx, context, task, text, { checking: checkCard, passed: passedCard });
  return stepReply(stepped, stepped.task.state === 'done' ? '已办结' : '已报办结，等交办人核验');
};

const pass = async (context: Context, task: number): Promise<Reply> =>
  stepReply(await passFor(context.tx, context, task, passedCard), '核验通过，已办结');

const sendBack = async (context: Context, task: number, reason: string | undefined): Promise<Reply> =>
  stepReply(
    await sendBackFor(context.tx, context, task, reason, (back) => toldCard(back, `被退回：${reason ?? ''}`)),
    '已退回，继续办理',
  );
