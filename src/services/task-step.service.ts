import { listPeople } from '../db/roster.repository.ts';
import { tasksCarriedBy, updateTask } from '../db/task.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { Refusal } from '../domain/refusal.ts';
import { personRecipients } from '../domain/work/recipients.ts';
import { carries, mayCheck, requireCarrier, requireChecker, type TaskView } from '../domain/work/task.ts';
import {
  answerExtension,
  askExtension,
  cancelTask,
  finishTask,
  passTask,
  refuseClosed,
  sendBackTask,
  signTask,
  type TaskChange,
  urgeTask,
} from '../domain/work/task-steps.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import { loadTask, noteOn, recipientsOf } from './task.service.ts';
import type { OrgTx } from './transaction.ts';

/** Where a task stands after a step; `changed` is false when it stood there before and nothing was written. */
export interface Stepped {
  readonly task: TaskView;
  readonly changed: boolean;
}

/** A step that can fail with Refusals "task.*" and "access.not-assignee" or "access.not-checker". */
type Step = (tx: OrgTx, acting: Acting, id: number) => Promise<Stepped>;

/** 签收. Signing what is signed answers with what is. */
export const signFor: Step = (tx, acting, id) =>
  take(tx, acting, id, (task) => {
    requireCarrier(acting.actor, task);
    return { change: signTask(task, acting.actor.personId, acting.now), note: 'sign' };
  });

/** The tasks of a person, or of the person's unit, that nobody has signed for, the most pressing first. */
export const unsignedOf = async (tx: OrgTx, { actor }: Pick<Acting, 'actor'>) =>
  (await tasksCarriedBy(tx, actor.personId, actor.unitId)).filter(({ state }) => state === 'unsigned');

/** 反馈: words about how it goes; signs the task when nobody has. The dispatcher may add words too, without signing. */
export const respondTo = (tx: OrgTx, acting: Acting, id: number, text: string): Promise<Stepped> =>
  take(tx, acting, id, (task) => {
    refuseClosed(task);
    if (mayCheck(acting.actor, task) && task.personId !== acting.actor.personId) {
      return { change: {}, note: 'respond', text };
    }
    requireCarrier(acting.actor, task);
    return { change: signTask(task, acting.actor.personId, acting.now) ?? {}, note: 'respond', text };
  });

/**
 * 办结 by the assignee: to 待核验, and whoever gave it is asked to check. One's own task is done at once; said by the
 * checker of what was handed in, it is 通过.
 */
export async function finishFor(
  tx: OrgTx,
  acting: Acting,
  id: number,
  text: string | undefined,
  cards: { readonly checking: Draw<TaskView>; readonly passed: Draw<TaskView> },
): Promise<Stepped> {
  const stepped = await take(tx, acting, id, (task) => {
    if (task.state === 'checking' && !carries(acting.actor, task) && mayCheck(acting.actor, task)) {
      return { change: passTask(task, acting.now), note: 'pass' };
    }
    requireCarrier(acting.actor, task);
    const own = task.fromPersonId === acting.actor.personId;
    return { change: finishTask(task, acting.actor.personId, acting.now, own), note: 'finish', text };
  });
  if (!stepped.changed) return stepped;
  const { task } = stepped;
  if (task.state === 'checking') await tellDispatcher(tx, acting, task, 'checking', cards.checking);
  else await told(tx, acting, stepped, 'passed', cards.passed);
  return stepped;
}

/** 通过: the checker accepts the result. */
export async function passFor(tx: OrgTx, acting: Acting, id: number, card: Draw<TaskView>): Promise<Stepped> {
  const stepped = await take(tx, acting, id, (task) => {
    requireChecker(acting.actor, task);
    return { change: passTask(task, acting.now), note: 'pass' };
  });
  return told(tx, acting, stepped, 'passed', card);
}

/** 退回 with a reason: back to the assignee, counted as a redo. */
export async function sendBackFor(
  tx: OrgTx,
  acting: Acting,
  id: number,
  reason: string | undefined,
  card: Draw<TaskView>,
): Promise<Stepped> {
  const stepped = await take(tx, acting, id, (task) => {
    requireChecker(acting.actor, task);
    return { change: sendBackTask(task, reason), note: 'back', text: reason };
  });
  return told(tx, acting, stepped, 'back', card);
}

/** Taking a task back, by who gave it or staff. */
export async function cancelFor(tx: OrgTx, acting: Acting, id: number, card: Draw<TaskView>): Promise<Stepped> {
  const stepped = await take(tx, acting, id, (task) => {
    requireChecker(acting.actor, task);
    return { change: cancelTask(task), note: 'cancel' };
  });
  return told(tx, acting, stepped, 'cancelled', card);
}

/** 延期 asked for by the assignee; whoever gave the task is asked. */
export async function askMoreTime(
  tx: OrgTx,
  acting: Acting,
  id: number,
  to: CalendarDate,
  reason: string | undefined,
  card: Draw<TaskView>,
): Promise<Stepped> {
  const stepped = await take(tx, acting, id, (task) => {
    requireCarrier(acting.actor, task);
    return { change: askExtension(task, to, reason), note: 'extension-asked', text: reason };
  });
  if (stepped.changed) await tellDispatcher(tx, acting, stepped.task, `extension:${to}`, card);
  return stepped;
}

/** The answer to 延期, by who gave the task or staff. */
export async function answerMoreTime(
  tx: OrgTx,
  acting: Acting,
  id: number,
  granted: boolean,
  card: Draw<TaskView>,
): Promise<Stepped> {
  const stepped = await take(tx, acting, id, (task) => {
    requireChecker(acting.actor, task);
    return { change: answerExtension(task, granted), note: granted ? 'extension-granted' : 'extension-refused' };
  });
  return told(tx, acting, stepped, granted ? 'granted' : 'not-granted', card);
}

/** 催办: one message to the assignee; within the cool-down nothing is sent and `changed` is false. */
export async function urgeFor(tx: OrgTx, acting: Acting, id: number, card: Draw<TaskView>): Promise<Stepped> {
  const stepped = await take(tx, acting, id, (task) => {
    requireChecker(acting.actor, task);
    return { change: urgeTask(task, acting.now, acting.org.settings.urgeCoolDownMinutes), note: 'urge' };
  });
  return told(tx, acting, stepped, 'urged', card);
}

interface Ruling {
  readonly change: TaskChange;
  readonly note: string;
  readonly text?: string | undefined;
}

/** Loads and locks, asks the rule, writes what it says. Two at once: the second sees what the first has done. */
async function take(tx: OrgTx, acting: Acting, id: number, rule: (task: TaskView) => Ruling): Promise<Stepped> {
  const before = await loadTask(tx, acting, id);
  const { change, note, text } = rule(before);
  if (!change) return { task: before, changed: false };
  if (text && text.length > 2000) throw new Refusal('task.text-long', { limit: 2000 });
  await updateTask(tx, id, change);
  await noteOn(tx, acting, id, note, text?.trim() || null);
  return { task: await loadTask(tx, acting, id), changed: true };
}

async function told(tx: OrgTx, acting: Acting, stepped: Stepped, what: string, card: Draw<TaskView>): Promise<Stepped> {
  if (!stepped.changed) return stepped;
  const { task } = stepped;
  const people = await listPeople(tx);
  const to = recipientsOf(task, people).filter((id) => id !== acting.actor.personId);
  await notifyPeople(tx, to, { ...noticeOf(acting, task, what), reply: card(task) });
  return stepped;
}

async function tellDispatcher(tx: OrgTx, acting: Acting, task: TaskView, what: string, card: Draw<TaskView>) {
  const to = personRecipients(task.fromPersonId, await listPeople(tx)).filter((id) => id !== acting.actor.personId);
  await notifyPeople(tx, to, { ...noticeOf(acting, task, what), reply: card(task) });
}

/** The version makes the key unique: the same step may come again after a return. */
const noticeOf = (acting: Acting, task: TaskView, what: string) => ({
  class: 'notice' as const,
  dedupeKey: `task:${task.id}:${what}:${task.version}`,
  now: acting.now,
});
