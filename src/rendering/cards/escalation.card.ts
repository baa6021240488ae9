import type { Duty } from '../../domain/work/duty.ts';
import type { ProblemView } from '../../domain/work/problem.ts';
import { type TaskView, taskNumber } from '../../domain/work/task.ts';
import { list, type Reply, say, sayMore } from '../reply.ts';
import { dutyLine } from './duty.card.ts';
import { problemLine } from './problem.card.ts';
import { taskLine } from './task.card.ts';

/** Work that climbed a rung of the ladder. */
type Climbed =
  | { readonly kind: 'task'; readonly rung: keyof typeof HEADINGS; readonly task: TaskView }
  | { readonly kind: 'problem'; readonly rung: keyof typeof HEADINGS; readonly problem: ProblemView }
  | { readonly kind: 'duty'; readonly rung: keyof typeof HEADINGS; readonly duty: Duty };

const HEADINGS = {
  leader: '已逾期，报您知悉',
  due: '已到期',
  before: '下一个工作日到期',
  unsigned: '超过一个工作日没有签收（受理）',
} as const;

/** One gathered reminder: a list under each heading, the gravest first. */
export function escalationCard(climbed: readonly Climbed[]): Reply {
  const [first] = climbed;
  const tasks = climbed.flatMap((one) => (one.kind === 'task' ? [one.task] : []));
  return {
    title: climbed.length === 1 && first ? `【催办】${HEADINGS[first.rung]}` : `【催办】${climbed.length} 件需要您过问`,
    tone: 'warn',
    parts: Object.entries(HEADINGS).flatMap(([rung, heading]) => {
      const lines = climbed.filter((one) => one.rung === rung).map(lineOf);
      return lines.length === 0 ? [] : [list(lines, climbed.length === 1 ? undefined : heading)];
    }),
    buttons: tasks.length === 1 && tasks[0] ? buttonsFor(tasks[0], first?.rung) : [say('我的', '我的')],
  };
}

function buttonsFor(task: TaskView, rung: keyof typeof HEADINGS | undefined) {
  const number = taskNumber(task);
  if (rung === 'leader') return [say('催办', `催办 ${number}`)];
  return task.state === 'unsigned'
    ? [say('签收', `签收 ${number}`, 'primary')]
    : [say('办结', `办结 ${number}`, 'primary'), sayMore('延期', `延期 ${number}`)];
}

function lineOf(one: Climbed): string {
  switch (one.kind) {
    case 'task':
      return taskLine(one.task, true);
    case 'problem':
      return problemLine(one.problem);
    case 'duty':
      return dutyLine(one.duty);
  }
}
