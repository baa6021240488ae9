import { addDays, type CalendarDate, type Instant } from '../calendar/date.ts';
import type { Actor } from '../org/access.ts';
import { Refusal } from '../refusal.ts';
import type { Light } from './light.ts';

/** 待签收 unsigned, 办理中 doing, 待核验 checking, 办结 done, 撤销 cancelled. */
export type TaskState = 'unsigned' | 'doing' | 'checking' | 'done' | 'cancelled';

/** The states in Chinese, as cards and sheets write them. */
export const TASK_STATE_NAMES: Readonly<Record<TaskState, string>> = {
  unsigned: '待签收',
  doing: '办理中',
  checking: '待核验',
  done: '已办结',
  cancelled: '已撤销',
};

/** A 督办 task (domain.md section 3). It is given to a unit, to a person, or to a person of a unit. */
export interface Task {
  readonly id: number;
  readonly title: string;
  readonly projectId: number | null;
  /** "dispatch", or what made it ("yellow-flag", "blank-sheet"). */
  readonly source: string;
  readonly fromPersonId: number;
  readonly unitId: number | null;
  readonly personId: number | null;
  readonly helpers: readonly number[];
  readonly dueOn: CalendarDate;
  /** Wall clock "HH:MM" in the org's time zone; null: the whole day counts. */
  readonly dueTime: string | null;
  readonly urgent: boolean;
  readonly state: TaskState;
  readonly createdAt: Instant;
  readonly signedBy: number | null;
  readonly signedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly checkedAt: Instant | null;
  /** The day asked for while an extension waits for its answer. */
  readonly extensionTo: CalendarDate | null;
  readonly extensionReason: string | null;
  /** How often it was sent back. */
  readonly redos: number;
  readonly urgedAt: Instant | null;
  readonly version: number;
}

/** A task with the names that cards show. */
export interface NamedTask extends Task {
  readonly unitName: string | null;
  readonly personName: string | null;
  readonly fromName: string;
  readonly projectName: string | null;
  /** The latest words about it, if any. */
  readonly lastNote: string | null;
}

/** A task as it is shown: with its light of the moment; null once it is not with the assignee any more. */
export interface TaskView extends NamedTask {
  readonly light: Light | null;
}

/** Who has it, as people say it: the person, else the unit. */
export const assigneeName = (task: Pick<NamedTask, 'unitName' | 'personName'>): string =>
  task.personName ?? task.unitName ?? '';

/** Refuses ("task.due-past", "task.due-far") a due day before today or more than five years ahead. */
export function checkDue(dueOn: CalendarDate, today: CalendarDate): void {
  if (dueOn < today) throw new Refusal('task.due-past', { dueOn });
  if (dueOn > addDays(today, 5 * 366)) throw new Refusal('task.due-far', { dueOn });
}

/** "R45". */
export const taskNumber = (task: Pick<Task, 'id'>): string => `R${task.id}`;

/** Whether the work is still with the assignee. */
export const isWithAssignee = (task: Pick<Task, 'state'>): boolean =>
  task.state === 'unsigned' || task.state === 'doing';

/** Whether the person carries the task: named, helping, or of the unit it was given to. */
export function carries(actor: Pick<Actor, 'personId' | 'unitId'>, task: Task): boolean {
  if (task.personId === actor.personId || task.helpers.includes(actor.personId)) return true;
  return task.personId === null && task.unitId !== null && task.unitId === actor.unitId;
}

/** Whether the person may check the result and grant extensions: the dispatcher, staff and admins. */
export const mayCheck = (actor: Pick<Actor, 'personId' | 'role'>, task: Pick<Task, 'fromPersonId'>): boolean =>
  task.fromPersonId === actor.personId || actor.role === 'staff' || actor.role === 'admin';

/** Refuses ("access.not-assignee") whoever does not carry the task. */
export function requireCarrier(actor: Pick<Actor, 'personId' | 'unitId'>, task: Task): void {
  if (!carries(actor, task)) throw new Refusal('access.not-assignee', { task: taskNumber(task) });
}

/** Refuses ("access.not-checker") whoever neither gave the task nor is staff. */
export function requireChecker(actor: Pick<Actor, 'personId' | 'role'>, task: Task): void {
  if (!mayCheck(actor, task)) throw new Refusal('access.not-checker', { task: taskNumber(task) });
}
