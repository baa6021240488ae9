import { defineCommand } from '../../src/commands/define.ts';
import { project } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { owedCard, owedListCard } from '../../src/rendering/cards/referrer.card.ts';
import { owedList, owedTo, replied } from '../../src/services/referrer.service.ts';
import { resolveProject } from '../../src/services/resolve.service.ts';

export default defineCommand({
  name: '答复',
  group: 'pipeline',
  synonyms: ['答复引荐人', '回复引荐人'],
  initials: 'dfu',
  english: ['reply'],
  help: '该告诉引荐人的话，写好了照着发；不带编号看还欠谁',
  usage: '答复 [项目]',
  examples: ['答复 X113', '答复'],
  slots: { project: project({ optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ project: target }, context) =>
    target
      ? owedCard(await owedTo(context.tx, context, target), context.today)
      : owedListCard(await owedList(context.tx, context), context.today),
  actions: {
    done: {
      kind: 'write',
      ability: 'report',
      run: async ({ project: number, id }, context) => {
        const [target] = await resolveProject(context.tx, { number: Number(number) });
        if (!target) throw new Refusal('project.not-found', { ref: `X${Number(number)}` });
        return owedCard(await replied(context.tx, context, target, Number(id)), context.today, true);
      },
    },
  },
});
