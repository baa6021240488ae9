import { listPeople, listUnits } from '../db/roster.repository.ts';
import { insertTask } from '../db/task.repository.ts';
import { dateAt } from '../domain/calendar/date.ts';
import { addWorkdays, type WorkCalendar } from '../domain/calendar/workday.ts';
import type { FlagsModel, LeaderboardModel } from '../domain/report/model.ts';
import type { Settings } from '../domain/settings.ts';
import { staffOf } from '../domain/work/recipients.ts';
import type { TaskView } from '../domain/work/task.ts';
import type { Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import { loadTask, recipientsOf } from './task.service.ts';
import type { OrgTx } from './transaction.ts';

/** The org a report was published for, and the instant. */
export interface Publishing {
  readonly org: { readonly settings: Settings; readonly timeZone: string; readonly calendar: WorkCalendar };
  readonly now: Date;
}

/** A task for each yellow flag that stands: why, what will be done, by when. Gives how many. */
export const flagTasks = (tx: OrgTx, model: FlagsModel, at: Publishing, card: Draw<TaskView>): Promise<number> =>
  makeTasks(
    tx,
    model.groups.flatMap(({ yellow }) =>
      yellow.map(({ unit, rank, why }) => ({
        unit,
        title: `黄旗整改：${model.periodLabel}组内第 ${rank}（${why}），请说明原因、下步措施和时限`,
      })),
    ),
    { source: 'yellow-flag', ...at },
    card,
  );

/** A task for each unit that signed nothing in the month (白卷), naming what else is at nothing. Gives how many. */
export const blankTasks = (
  tx: OrgTx,
  { blanks, periodLabel }: LeaderboardModel,
  at: Publishing,
  card: Draw<TaskView>,
): Promise<number> =>
  makeTasks(
    tx,
    blanks.signed.map((unit) => {
      const more = [blanks.started.includes(unit) ? '新开工' : '', blanks.funds.includes(unit) ? '到位资金' : ''];
      const missing = ['新签约', ...more.filter(Boolean)].join('、');
      return { unit, title: `白卷整改：${periodLabel}没有${missing}，请说明原因、下步措施和时限` };
    }),
    { source: 'blank-sheet', ...at },
    card,
  );

async function makeTasks(
  tx: OrgTx,
  matters: readonly { readonly unit: string; readonly title: string }[],
  { source, org, now }: Publishing & { readonly source: string },
  card: Draw<TaskView>,
): Promise<number> {
  const { flagTaskWorkdays } = org.settings;
  if (flagTaskWorkdays === 0 || matters.length === 0) return 0;
  const [units, people] = [await listUnits(tx), await listPeople(tx)];
  const [from] = staffOf(people);
  if (!from) return 0;
  const dueOn = addWorkdays(org.calendar, dateAt(now, org.timeZone), flagTaskWorkdays);
  for (const { unit, title } of matters) {
    const unitId = units.find(({ name }) => name === unit)?.id;
    if (unitId === undefined) continue;
    const task = { title, projectId: null, source, fromPersonId: from.id, unitId, personId: null, dueOn };
    const id = await insertTask(tx, { ...task, dueTime: null, urgent: false, createdAt: now });
    const view = await loadTask(tx, { now, org, calendar: org.calendar }, id);
    await notifyPeople(tx, recipientsOf(view, people), {
      class: 'notice',
      dedupeKey: `task:${id}:assigned`,
      reply: card(view),
      now,
    });
  }
  return matters.length;
}
