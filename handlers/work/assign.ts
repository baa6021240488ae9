import { defineCommand } from '../../src/commands/define.ts';
import { assignee, day, record, rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { TaskView } from '../../src/domain/work/task.ts';
import { impossibleClock, readClock } from '../../src/reading/clock.ts';
import { assignedCard, assignReply, stepReply, toldCard } from '../../src/rendering/cards/task.card.ts';
import { assignTasks } from '../../src/services/task.service.ts';
import { cancelFor } from '../../src/services/task-step.service.ts';

const URGENT = /【?(?:特急|紧急|加急)】?[\s，,:：]*/;

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
  slots: {
    assignees: assignee('责任单位或人'),
    due: day('future', '期限'),
    project: record('X', '项目编号', { optional: true }),
    matter: rest('事项'),
  },
  kind: 'write',
  ability: 'dispatch',
  run: async ({ assignees, due, project, matter }, context) => {
    const wrong = impossibleClock(matter);
    if (wrong) throw new Refusal('clock.impossible', { text: wrong });
    const clock = readClock(matter);
    const withoutClock = clock ? matter.slice(0, clock.start) + matter.slice(clock.end) : matter;
    const title =
      withoutClock
        .replace(URGENT, '')
        .replace(/^[\s，,、]+/, '')
        .trim() || matter;
    const given = await assignTasks(
      context.tx,
      context,
      {
        assignees,
        title,
        dueOn: due,
        dueTime: clock?.clock ?? null,
        urgent: URGENT.test(matter),
        projectId: project,
      },
      assignedCard,
    );
    return assignReply(given);
  },
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
