import { type TaskView, taskNumber } from '../../domain/work/task.ts';
import { list, note, type Reply, say } from '../reply.ts';
import { taskLine } from './task.card.ts';

/** How many tasks fit a phone. */
const SHOWN = 8;
/** How many can be urged with one tap. */
const URGED = 4;

/** Open tasks: how many and with how many units, the earliest due with who has them. `urges`: who may press for them. */
export function taskList(
  tasks: readonly TaskView[],
  { whose, filter, urges }: { readonly whose: string; readonly filter: string | null; readonly urges: boolean },
): Reply {
  const kind = filter ?? '没办完';
  if (tasks.length === 0) return { title: `${whose}没有${kind}的任务`, tone: 'ok' };
  const late = filter === '逾期' ? 0 : tasks.filter(({ light }) => light === 'red').length;
  const left = tasks.length - SHOWN;
  const waiting = tasks.filter(({ state }) => state === 'unsigned' || state === 'doing');
  return {
    title: `${whose}${kind}的任务 ${tasks.length} 件${late > 0 ? `，逾期 ${late} 件` : ''}`,
    tone: tasks.some(({ light }) => light === 'red') ? 'warn' : 'info',
    parts: [
      ...(whose === '' ? [note(byUnit(tasks))] : []),
      list(tasks.slice(0, SHOWN).map((task) => stateOf(task, filter) + taskLine(task, true))),
      ...(left > 0 ? [note(`还有 ${left} 件，写上单位看，例如：任务清单 ${tasks[SHOWN]?.unitName ?? ''}`)] : []),
    ],
    buttons: urges
      ? waiting.slice(0, URGED).map((task) => say(`催办 ${taskNumber(task)}`, `催办 ${taskNumber(task)}`))
      : [],
  };
}

/** "临洺关镇 2 件，城东街道 1 件", the most first. */
function byUnit(tasks: readonly TaskView[]): string {
  const counts = new Map<string, number>();
  for (const { unitName } of tasks) counts.set(unitName ?? '没有单位', (counts.get(unitName ?? '没有单位') ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count} 件`)
    .slice(0, 8)
    .join('，');
}

const stateOf = ({ state }: TaskView, filter: string | null): string => {
  if (filter !== null && filter !== '逾期') return '';
  return state === 'unsigned' ? '【待签收】' : state === 'checking' ? '【待核验】' : '';
};
