import { measureFacts } from '../db/metrics/measure.ts';
import { peopleAtWork } from '../db/person-work.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import type { Period } from '../domain/calendar/period.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import type { Actor } from '../domain/org/access.ts';
import { may } from '../domain/org/access.ts';
import { type RankedPerson, rankPeople } from '../domain/report/person-board.ts';
import { assessedUnits, type Reporting } from './board.service.ts';
import { periodLabel } from './place.ts';
import type { OrgTx } from './transaction.ts';

type Around = { readonly org: Reporting; readonly calendar: WorkCalendar; readonly actor: Actor; readonly now: Date };

/** The people's board of a period: best first. */
export interface PersonBoard {
  readonly periodLabel: string;
  readonly people: readonly RankedPerson[];
}

/** 个人榜: what people did in a period, of one unit or of all, as known now. */
export async function personBoard(
  tx: OrgTx,
  { org, now }: Around,
  period: Period,
  unitId: number | null,
): Promise<PersonBoard> {
  const { from, to } = period;
  const people = await peopleAtWork(tx, { from, to, cutOff: now, timeZone: org.timeZone }, unitId);
  return { periodLabel: periodLabel(period), people: rankPeople(people) };
}

/** Tasks due in a period: how many, finished on time, overdue; of a unit or a person. */
export interface OnTimeRow {
  readonly name: string;
  readonly due: number;
  readonly onTime: number;
  readonly overdue: number;
}

/** 按期率 of units; of a unit's people for itself, staff and leaders (null for others). */
export interface OnTime {
  readonly periodLabel: string;
  readonly units: readonly OnTimeRow[];
  readonly people: readonly OnTimeRow[] | null;
}

/** Tasks of a period by unit, as the metrics count them; of one unit also by person. */
export async function tasksOnTime(
  tx: OrgTx,
  { org, calendar, actor, now }: Around,
  period: Period,
  unit: { readonly id: number; readonly name: string } | null,
): Promise<OnTime> {
  const { from, to } = period;
  const { timeZone } = org;
  const books = booksOf(org.settings);
  const setting = { cumulative: { from, to, cutOff: now }, periodFrom: from, timeZone, calendar, books };
  const facts = await measureFacts(tx, ['tasks_due', 'tasks_on_time', 'tasks_overdue'], setting);
  const rows = (unit ? [unit] : await assessedUnits(tx, period)).map(({ id, name }): OnTimeRow => {
    const count = (figure: string): number => Number(facts.get(id)?.[figure] ?? 0);
    return { name, due: count('tasks_due'), onTime: count('tasks_on_time'), overdue: count('tasks_overdue') };
  });
  const sees = unit !== null && (may(actor, 'verify', null) || actor.role === 'leader' || actor.unitId === unit.id);
  const people = sees ? await peopleAtWork(tx, { from, to, cutOff: now, timeZone }, unit.id) : null;
  return {
    periodLabel: periodLabel(period),
    units: rows,
    people:
      people
        ?.filter(({ tasksDue }) => tasksDue > 0)
        .map(({ name, tasksDue: due, tasksOnTime: onTime, tasksOverdue: overdue }) => ({
          name,
          due,
          onTime,
          overdue,
        })) ?? null,
  };
}
