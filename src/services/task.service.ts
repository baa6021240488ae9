import { listPeople, type Person } from '../db/roster.repository.ts';
import { insertTask, insertTaskNote, lockTask } from '../db/task.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Named } from '../domain/org/vocabulary.ts';
import { Refusal } from '../domain/refusal.ts';
import { lightOf, momentAt } from '../domain/work/light.ts';
import { personRecipients, unitRecipients } from '../domain/work/recipients.ts';
import { checkDue, isWithAssignee, type NamedTask, type Task, type TaskView, taskNumber } from '../domain/work/task.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import { resolveProject } from './resolve.service.ts';
import type { OrgTx } from './transaction.ts';

/** A matter to be given to people or units: one task for each. */
export interface Assignment {
  readonly assignees: readonly Named[];
  readonly title: string;
  readonly dueOn: CalendarDate;
  readonly dueTime: string | null;
  readonly urgent: boolean;
  /** The X number, when the matter is about a project. */
  readonly projectId: number | undefined;
}

/** A task that was just given, and who could not be told because no chat of theirs is bound. */
export interface Assigned {
  readonly task: TaskView;
  readonly unreached: readonly string[];
}

/**
 * 分派: one task for each assignee, each told in the own chat with a button to sign. Refusals: "task.due-past", "task.due-far",
 * "task.title-long", "project.not-found", "access.not-yours" (heads give tasks inside their unit only).
 */
export async function assignTasks(
  tx: OrgTx,
  acting: Acting,
  assignment: Assignment,
  card: Draw<TaskView>,
): Promise<readonly Assigned[]> {
  checkDue(assignment.dueOn, acting.today);
  if (assignment.title.length > 500) throw new Refusal('task.title-long', { limit: 500 });
  await requireProject(tx, assignment.projectId);
  const people = await listPeople(tx);
  const given: Assigned[] = [];
  for (const assignee of distinct(assignment.assignees)) {
    given.push(await assignOne(tx, acting, assignment, assignee, people, card));
  }
  return given;
}

async function assignOne(
  tx: OrgTx,
  acting: Acting,
  assignment: Assignment,
  assignee: Named,
  people: readonly Person[],
  card: Draw<TaskView>,
): Promise<Assigned> {
  const person = assignee.kind === 'person' ? people.find(({ id }) => id === assignee.id) : undefined;
  const unitId = assignee.kind === 'unit' ? assignee.id : (person?.unitId ?? null);
  requireReach(acting.actor, 'dispatch', unitId);
  const id = await insertTask(tx, {
    title: assignment.title,
    projectId: assignment.projectId ?? null,
    source: 'dispatch',
    fromPersonId: acting.actor.personId,
    unitId,
    personId: person?.id ?? null,
    dueOn: assignment.dueOn,
    dueTime: assignment.dueTime,
    urgent: assignment.urgent,
    createdAt: acting.now,
  });
  const task = await loadTask(tx, acting, id);
  const unreached = await notifyPeople(tx, recipientsOf(task, people), {
    class: 'notice',
    dedupeKey: `task:${id}:assigned`,
    reply: card(task),
    now: acting.now,
  });
  return { task, unreached: namesOf(unreached, people) };
}

/** A task by its number, locked. Throws Refusal "task.not-found". */
export async function loadTask(
  tx: OrgTx,
  acting: Pick<Acting, 'now' | 'org' | 'calendar'>,
  id: number,
): Promise<TaskView> {
  const task = await lockTask(tx, id);
  if (!task) throw new Refusal('task.not-found', { task: taskNumber({ id }) });
  return lit(task, acting);
}

/** A task with its light of the moment. */
export function lit(task: NamedTask, { now, org, calendar }: Pick<Acting, 'now' | 'org' | 'calendar'>): TaskView {
  const moment = momentAt(now, org.timeZone);
  const light = isWithAssignee(task) ? lightOf(task, moment, calendar, org.settings.taskYellowWorkdays) : null;
  return { ...task, light };
}

/** Who hears of a task: the person, else the unit's liaison and head. */
export const recipientsOf = (task: Pick<Task, 'personId' | 'unitId'>, people: readonly Person[]): readonly number[] =>
  task.personId !== null ? personRecipients(task.personId, people) : unitRecipients(task.unitId ?? 0, people);

/** Names of people, for sentences. */
const namesOf = (ids: readonly number[], people: readonly Person[]): readonly string[] =>
  people.filter(({ id }) => ids.includes(id)).map(({ name }) => name);

/** Adds a line to a task's history in the name of the actor. */
export const noteOn = (tx: OrgTx, acting: Acting, taskId: number, kind: string, text: string | null): Promise<void> =>
  insertTaskNote(tx, { taskId, kind, personId: acting.actor.personId, text, at: acting.now });

async function requireProject(tx: OrgTx, number: number | undefined): Promise<void> {
  if (number === undefined) return;
  const [project] = await resolveProject(tx, { number });
  if (!project) throw new Refusal('project.not-found', { ref: `X${number}` });
}

const distinct = (assignees: readonly Named[]): readonly Named[] =>
  assignees.filter(
    ({ kind, id }, index) => assignees.findIndex((other) => other.kind === kind && other.id === id) === index,
  );
