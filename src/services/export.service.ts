import { ledgerLines, targetLines } from '../db/export.repository.ts';
import { allTasks } from '../db/task.repository.ts';
import { lightOf, momentAt } from '../domain/work/light.ts';
import { isWithAssignee, type TaskView } from '../domain/work/task.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

export { ledgerLines, targetLines };

/** Every task, the latest first, with its light of the moment. */
export async function taskLines(tx: OrgTx, { now, org, calendar }: Acting): Promise<readonly TaskView[]> {
  const moment = momentAt(now, org.timeZone);
  return (await allTasks(tx)).map((task) => ({
    ...task,
    light: isWithAssignee(task) ? lightOf(task, moment, calendar, org.settings.taskYellowWorkdays) : null,
  }));
}
