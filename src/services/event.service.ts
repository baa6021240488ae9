import {
  addPreparation,
  allEvents,
  cancelCalendarEvent,
  eventsAhead,
  eventsHeld,
  insertCalendarEvent,
  lockCalendarEvent,
  putResult,
  putScore,
  sameCalendarEvent,
  scoresOf,
} from '../db/event.repository.ts';
import { tasksNumbered } from '../db/task.repository.ts';
import { checkDays } from '../domain/activity/activity.ts';
import { type Cadence, type CalendarEvent, type EventScore, nextOf, owedOn } from '../domain/activity/event.ts';
import { addDays, type CalendarDate, dateAt } from '../domain/calendar/date.ts';
import type { Decimal } from '../domain/money/decimal.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Duty } from '../domain/work/duty.ts';
import { lightOf, momentAt } from '../domain/work/light.ts';
import type { TaskView } from '../domain/work/task.ts';
import type { Acting, Draw } from './acting.ts';
import { type Assignment, assignTasks, lit } from './task.service.ts';
import type { OrgTx } from './transaction.ts';

/** An event with how its preparation stands and the marks that were given. */
export interface EventSight extends Omit<CalendarEvent, 'tasks'> {
  readonly tasks: readonly TaskView[];
  readonly scores: readonly EventScore[];
}

type Lighting = Pick<Acting, 'now' | 'org' | 'calendar'>;

const LONGEST = 60;
const LISTED_DAYS = 120;
const HELD = 3;

/** An event by its number. Refusal "event.none". */
export async function loadEvent(tx: OrgTx, around: Lighting, id: number): Promise<EventSight> {
  return sightOf(tx, around, await found(tx, id));
}

async function found(tx: OrgTx, id: number): Promise<CalendarEvent> {
  const event = await lockCalendarEvent(tx, id);
  if (!event) throw new Refusal('event.none', { event: id });
  return event;
}

async function sightOf(tx: OrgTx, around: Lighting, event: CalendarEvent): Promise<EventSight> {
  const tasks = (await tasksNumbered(tx, event.tasks)).map((task) => lit(task, around));
  return { ...event, tasks, scores: await scoresOf(tx, event.id) };
}

/** 日程: what is ahead (and what is over without a result), then the last ones held. */
export async function calendarOf(
  tx: OrgTx,
  around: Lighting & Pick<Acting, 'today'>,
): Promise<{ readonly ahead: readonly EventSight[]; readonly held: readonly EventSight[] }> {
  const ahead = [];
  for (const event of await eventsAhead(tx, addDays(around.today, LISTED_DAYS)))
    ahead.push(await sightOf(tx, around, event));
  const held = [];
  for (const event of await eventsHeld(tx, HELD)) held.push(await sightOf(tx, around, event));
  return { ahead, held };
}

/** The whole calendar, the earliest first, whatever became of it. */
export async function wholeCalendar(tx: OrgTx, around: Lighting): Promise<readonly EventSight[]> {
  const events = [];
  for (const event of await allEvents(tx)) events.push(await sightOf(tx, around, event));
  return events;
}

/**
 * 日程 新增, by who holds it or by staff and leaders. The same name on the same day answers with what is. Refusals
 * "event.name", "activity.days", "access.not-yours".
 */
export async function addEvent(
  tx: OrgTx,
  acting: Acting,
  told: {
    readonly name: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly place: string | null;
    readonly unitId: number | null;
    readonly every: Cadence | null;
  },
): Promise<{ readonly event: EventSight; readonly changed: boolean }> {
  const { actor, now, today } = acting;
  const unitId = told.unitId ?? actor.unitId;
  requireHolder(acting, unitId);
  if (told.name.length < 2 || told.name.length > LONGEST) throw new Refusal('event.name');
  checkDays(told, today);
  const same = await sameCalendarEvent(tx, told.name, told.from);
  if (same) return { event: await sightOf(tx, acting, same), changed: false };
  const id = await insertCalendarEvent(tx, { ...told, unitId, by: actor.personId, at: now });
  return { event: await loadEvent(tx, acting, id), changed: true };
}

/** Who holds it, or who may give work to anybody. */
function requireHolder({ actor }: Pick<Acting, 'actor'>, unitId: number | null): void {
  if (unitId !== null && actor.unitId === unitId) requireReach(actor, 'report', unitId);
  else requireReach(actor, 'dispatch', unitId);
}

/** 日程 准备: each item becomes a task of whom it names. Refusals "event.none", "event.over" and those of 分派. */
export async function prepare(
  tx: OrgTx,
  acting: Acting,
  id: number,
  items: readonly Assignment[],
  card: Draw<TaskView>,
): Promise<EventSight> {
  const event = await found(tx, id);
  if (event.result !== null) throw new Refusal('event.over', { event: event.name });
  const given = [];
  for (const item of items) given.push(...(await assignTasks(tx, acting, item, card)));
  await addPreparation(
    tx,
    event,
    given.map(({ task }) => task.id),
  );
  return loadEvent(tx, acting, id);
}

/**
 * 日程 结果: what came of it; an event with a cadence comes on the calendar again. Told before: answers with what is. Refusals
 * "event.none", "event.early", "access.not-yours".
 */
export async function tellResult(
  tx: OrgTx,
  acting: Acting,
  id: number,
  words: string,
): Promise<{ readonly event: EventSight; readonly next: CalendarEvent | null; readonly changed: boolean }> {
  const { actor, now, today, calendar } = acting;
  const event = await found(tx, id);
  requireHolder(acting, event.unitId);
  if (!words) throw new Refusal('event.words', { event: id });
  if (event.from > today) throw new Refusal('event.early', { event: event.name, day: event.from });
  const changed = await putResult(tx, id, { words: words.slice(0, 1000), by: actor.personId, at: now });
  const again = changed ? nextOf(event, calendar) : null;
  const nextId = again && (await insertCalendarEvent(tx, { ...event, ...again, by: actor.personId, at: now }));
  const next = nextId === null ? null : await lockCalendarEvent(tx, nextId);
  return { event: await loadEvent(tx, acting, id), next, changed };
}

/** 日程 打分: one person's mark for a project on an on-site observation, 0—100. Refusals "event.none", "event.score". */
export async function score(
  tx: OrgTx,
  acting: Acting,
  id: number,
  given: { readonly project: Project; readonly score: Decimal | null; readonly words: string },
): Promise<EventSight> {
  const event = await found(tx, id);
  const mark = given.score;
  if (mark === null || Number(mark) > 100 || Number(mark) < 0) throw new Refusal('event.score', { event: id });
  const { personId, unitId } = acting.actor;
  if (unitId !== null && unitId === given.project.unitId)
    throw new Refusal('event.own', { project: `X${given.project.id}` });
  const words = given.words.slice(0, 300) || null;
  await putScore(tx, { eventId: event.id, projectId: given.project.id, personId, score: mark, words });
  return loadEvent(tx, acting, id);
}

/** 日程 取消: off the calendar. */
export async function dropEvent(tx: OrgTx, acting: Acting, id: number): Promise<EventSight> {
  const event = await loadEvent(tx, acting, id);
  requireHolder(acting, event.unitId);
  await cancelCalendarEvent(tx, id);
  return event;
}

/** Preparation and results that are owed, as what the ladder, 我的 and the brief chase. */
export async function eventDuties(tx: OrgTx, around: Lighting, unitId?: number): Promise<readonly Duty[]> {
  const { now, org, calendar } = around;
  const today = dateAt(now, org.timeZone);
  const moment = momentAt(now, org.timeZone);
  return (await eventsAhead(tx, addDays(today, LISTED_DAYS)))
    .filter((event) => unitId === undefined || event.unitId === unitId)
    .flatMap((event): Duty[] => {
      const owed = owedOn(event, today, calendar);
      if (!owed) return [];
      const due = { dueOn: owed.by, dueTime: null };
      return [
        {
          kind: 'event',
          number: `日程${event.id}`,
          text: owed.what,
          about: event.name,
          unitId: event.unitId,
          unitName: event.unitName,
          leader: null,
          dueOn: owed.by,
          givenAt: event.madeAt,
          unsigned: false,
          light: lightOf(due, moment, calendar, org.settings.taskYellowWorkdays),
        },
      ];
    });
}
