import { defineCommand } from '../../src/commands/define.ts';
import { record } from '../../src/commands/slots.ts';
import { taskCard, toldCard } from '../../src/rendering/cards/task.card.ts';
import { urgeFor } from '../../src/services/task-step.service.ts';

export default defineCommand({
  name: '催办',
  group: 'work',
  synonyms: ['督办', '催一下', '催催', '催一催', '催'],
  initials: 'cb',
  english: ['urge'],
  help: '催一下自己交办的任务',
  usage: '催办 任务编号',
  examples: ['催办 R45'],
  slots: { task: record('R', '任务编号') },
  kind: 'write',
  ability: 'look',
  run: async ({ task }, context) => {
    const { task: urged, changed } = await urgeFor(context.tx, context, task, (told) =>
      toldCard(told, `${context.actor.name}催办，请抓紧`),
    );
    const minutes = context.org.settings.urgeCoolDownMinutes;
    const title = changed ? `R${urged.id} 已催办` : `R${urged.id} ${minutes} 分钟内已经催过，不再重复打扰`;
    return { ...taskCard(urged, title), tone: changed ? 'ok' : 'info', buttons: [] };
  },
});
