import { findMeeting, insertMeeting, latestMeetings, type Meeting } from '../db/meeting.repository.ts';
import { tasksNumbered } from '../db/task.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { Refusal } from '../domain/refusal.ts';
import type { TaskView } from '../domain/work/task.ts';
import type { Acting, Draw } from './acting.ts';
import { loadActivity } from './activity.service.ts';
import { type Assignment, assignTasks, lit } from './task.service.ts';
import type { OrgTx } from './transaction.ts';

/** A meeting with how its tasks stand. */
export interface MeetingSight extends Omit<Meeting, 'tasks'> {
  readonly tasks: readonly TaskView[];
}

/** What was agreed, where and when. */
export interface Agreed {
  readonly title: string;
  readonly heldOn: CalendarDate;
  readonly activityId: number | undefined;
  readonly items: readonly Assignment[];
}

/**
 * 议定: every item becomes a task of whom it names, all or none, and the meeting keeps which they are. Refusals
 * "meeting.nothing", "activity.not-found" and those of 分派.
 */
export async function fileMeeting(
  tx: OrgTx,
  acting: Acting,
  { title, heldOn, activityId, items }: Agreed,
  card: Draw<TaskView>,
): Promise<{ readonly meeting: MeetingSight; readonly unreached: readonly string[] }> {
  if (items.length === 0) throw new Refusal('meeting.nothing');
  if (activityId !== undefined) await loadActivity(tx, activityId);
  const given = [];
  for (const item of items) given.push(...(await assignTasks(tx, acting, item, card)));
  const id = await insertMeeting(tx, {
    title,
    heldOn,
    activityId: activityId ?? null,
    tasks: given.map(({ task }) => task.id),
    by: acting.actor.personId,
    at: acting.now,
  });
  return {
    meeting: await loadMeeting(tx, acting, id),
    unreached: [...new Set(given.flatMap(({ unreached }) => unreached))],
  };
}

type Lighting = Pick<Acting, 'now' | 'org' | 'calendar'>;

/** A meeting by its number. Refusal "meeting.none". */
export async function loadMeeting(tx: OrgTx, around: Lighting, id: number): Promise<MeetingSight> {
  const meeting = await findMeeting(tx, id);
  if (!meeting) throw new Refusal('meeting.none', { meeting: id });
  return sightOf(tx, around, meeting);
}

const LISTED = 8;

/** The latest meetings with how far their items have come; of one activity when it is named. */
export async function listMeetings(tx: OrgTx, around: Lighting, activityId?: number): Promise<readonly MeetingSight[]> {
  const sights = [];
  for (const meeting of await latestMeetings(tx, LISTED, activityId)) sights.push(await sightOf(tx, around, meeting));
  return sights;
}

async function sightOf(tx: OrgTx, around: Lighting, meeting: Meeting): Promise<MeetingSight> {
  const tasks = (await tasksNumbered(tx, meeting.tasks)).map((task) => lit(task, around));
  return { ...meeting, tasks };
}
