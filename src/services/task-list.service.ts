import { openTasks } from '../db/task.repository.ts';
import type { TaskView } from '../domain/work/task.ts';
import type { Acting } from './acting.ts';
import { lit } from './task.service.ts';
import type { OrgTx } from './transaction.ts';

/** What a list of open tasks may be narrowed to. */
export const TASK_FILTERS = ['待签收', '办理中', '待核验', '逾期'] as const;

/** One of them. */
export type TaskFilter = (typeof TASK_FILTERS)[number];

const FITS: Readonly<Record<TaskFilter, (task: TaskView) => boolean>> = {
  待签收: ({ state }) => state === 'unsigned',
  办理中: ({ state }) => state === 'doing',
  待核验: ({ state }) => state === 'checking',
  逾期: ({ light }) => light === 'red',
};

/** Tasks that are not closed, of all units or one (its people's too), earliest due first. */
export async function listTasks(
  tx: OrgTx,
  acting: Pick<Acting, 'now' | 'org' | 'calendar'>,
  { filter, unitId }: { readonly filter: TaskFilter | null; readonly unitId: number | undefined },
): Promise<readonly TaskView[]> {
  const tasks = (await openTasks(tx)).filter((task) => unitId === undefined || task.unitId === unitId);
  return tasks.map((task) => lit(task, acting)).filter((task) => filter === null || FITS[filter](task));
}
