import { assignee, day, record, rest, type Values } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { impossibleClock, readClock } from '../../src/reading/clock.ts';
import type { Assignment } from '../../src/services/task.service.ts';

/** What says a task: who, by when, what, about which project. */
export const MATTER = {
  assignees: assignee('责任单位或人'),
  due: day('future', '期限'),
  project: record('X', '项目编号', { optional: true }),
  matter: rest('事项'),
};

const URGENT = /【?(?:特急|紧急|加急)】?[\s，,:：]*/;

/** A task as told: its clock and urgency are taken out of the words. Refusal "clock.impossible". */
export function matterOf({ assignees, due, project, matter }: Values<typeof MATTER>): Assignment {
  const wrong = impossibleClock(matter);
  if (wrong) throw new Refusal('clock.impossible', { text: wrong });
  const clock = readClock(matter);
  const withoutClock = clock ? matter.slice(0, clock.start) + matter.slice(clock.end) : matter;
  const title =
    withoutClock
      .replace(URGENT, '')
      .replace(/^[\s，,、]+/, '')
      .trim() || matter;
  return {
    assignees,
    title,
    dueOn: due,
    dueTime: clock?.clock ?? null,
    urgent: URGENT.test(matter),
    projectId: project,
  };
}
