import type { CalendarDate, Instant } from '../calendar/date.ts';
import { Refusal } from '../refusal.ts';
import { checkDue, type Task, type TaskState, taskNumber } from './task.ts';

/** What a step changes; null when the task stands there already, so that doing it twice writes nothing. */
export type TaskChange = Partial<Omit<Task, 'id' | 'version'>> | null;

/** 签收: from 待签收; already signed gives null. A cancelled task is refused ("task.cancelled"). */
export function signTask(task: Task, personId: number, now: Instant): TaskChange {
  refuseCancelled(task);
  return task.state === 'unsigned' ? { state: 'doing', signedBy: personId, signedAt: now } : null;
}

/**
 * 办结: to 待核验. A task not yet signed is signed by the same step. Handed in already gives null. `checks` is true when
 * the one who finishes is also the one who checks: it is then 办结 at once.
 */
export function finishTask(task: Task, personId: number, now: Instant, checks: boolean): TaskChange {
  refuseCancelled(task);
  if (task.state === 'done' || task.state === 'checking') return null;
  const signed = task.state === 'unsigned' ? { signedBy: personId, signedAt: now } : {};
  const checked = checks ? { state: 'done' as const, checkedAt: now } : { state: 'checking' as const };
  return { ...signed, ...checked, finishedAt: now, extensionTo: null, extensionReason: null };
}

/** 通过: 待核验 → 办结. Passed already gives null; work not handed in is refused ("task.not-handed-in"). */
export function passTask(task: Task, now: Instant): TaskChange {
  refuseCancelled(task);
  if (task.state === 'done') return null;
  requireState(task, 'checking', 'task.not-handed-in');
  return { state: 'done', checkedAt: now };
}

/** 退回: 待核验 → 办理中, counted as a redo. Needs a reason ("task.reason-missing"). With the assignee already: null. */
export function sendBackTask(task: Task, reason: string | undefined): TaskChange {
  refuseCancelled(task);
  if (task.state === 'doing') return null;
  requireState(task, 'checking', 'task.not-handed-in');
  if (!reason?.trim()) throw new Refusal('task.reason-missing', { task: taskNumber(task), what: '退回' });
  return { state: 'doing', finishedAt: null, redos: task.redos + 1 };
}

/** 撤销 of a task by who gave it. Cancelled already gives null; a finished one is refused ("task.finished"). */
export function cancelTask(task: Task): TaskChange {
  if (task.state === 'cancelled') return null;
  if (task.state === 'done') throw new Refusal('task.finished', { task: taskNumber(task) });
  return { state: 'cancelled', extensionTo: null, extensionReason: null };
}

/**
 * 延期 asked for: only while the work is with the assignee, to a later day than the due one ("task.extension-earlier"),
 * with a reason. Asking the same again gives null.
 */
export function askExtension(task: Task, to: CalendarDate, reason: string | undefined): TaskChange {
  refuseClosed(task);
  if (task.state === 'checking') throw new Refusal('task.handed-in', { task: taskNumber(task) });
  if (to <= task.dueOn) throw new Refusal('task.extension-earlier', { task: taskNumber(task), dueOn: task.dueOn });
  checkDue(to, task.dueOn);
  if (!reason?.trim()) throw new Refusal('task.reason-missing', { task: taskNumber(task), what: '延期' });
  if (task.extensionTo === to && task.extensionReason === reason.trim()) return null;
  return { extensionTo: to, extensionReason: reason.trim() };
}

/** The answer to an asked extension; nothing asked (any more) gives null. Granted, the asked day is the due one. */
export function answerExtension(task: Task, granted: boolean): TaskChange {
  if (task.extensionTo === null) return null;
  refuseClosed(task);
  const cleared = { extensionTo: null, extensionReason: null };
  return granted ? { ...cleared, dueOn: task.extensionTo, dueTime: null } : cleared;
}

/** 催办: null while the last one is younger than the cool-down (minutes), or the task is not with the assignee. */
export function urgeTask(task: Task, now: Instant, coolDownMinutes: number): TaskChange {
  refuseClosed(task);
  if (task.state === 'checking') throw new Refusal('task.handed-in', { task: taskNumber(task) });
  const last = task.urgedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  return now.getTime() - last < coolDownMinutes * 60_000 ? null : { urgedAt: now };
}

/** 反馈 is taken while the task is open. */
export function refuseClosed(task: Task): void {
  refuseCancelled(task);
  if (task.state === 'done') throw new Refusal('task.finished', { task: taskNumber(task) });
}

function refuseCancelled(task: Task): void {
  if (task.state === 'cancelled') throw new Refusal('task.cancelled', { task: taskNumber(task) });
}

function requireState(task: Task, state: TaskState, code: string): void {
  if (task.state !== state) throw new Refusal(code, { task: taskNumber(task), state: task.state });
}
