import { defineCommand } from '../../src/commands/define.ts';
import type { TaskView } from '../../src/domain/work/task.ts';
import { assignedCard, assignReply, stepReply, toldCard } from '../../src/rendering/cards/task.card.ts';
import { assignTasks } from '../../src/services/task.service.ts';
import { cancelFor } from '../../src/services/task-step.service.ts';
import { MATTER, matterOf } from './_matter.ts';

export default defineCommand({
  name: '分派',
  group: 'work',
  synonyms: ['交办', '安排', '派单', '派任务'],
  initials: 'fp',
  english: ['assign', 'task'],
  help: '把一件事交给单位或人，到期前后自动提醒',
  usage: '分派 @单位或人 期限 事项 [项目编号]',
  examples: [
    '分派 @临洺关镇 周五前 报送华辰项目用地方案 X113',
    '分派 @李四 @王五 下周三17点前 对接评审专家',
    '分派 @发改局 三天内 紧急 出具备案意见',
  ],
  slots: MATTER,
  kind: 'write',
  ability: 'dispatch',
  run: async (values, context) => assignReply(await assignTasks(context.tx, context, matterOf(values), assignedCard)),
  actions: {
    cancel: {
      kind: 'write',
      run: async ({ task }, context) => {
        const told = (cancelled: TaskView) => toldCard(cancelled, '已撤回，不用再办');
        return stepReply(await cancelFor(context.tx, context, Number(task), told), '已撤回');
      },
    },
  },
});
