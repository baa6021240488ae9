import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { NamedTask, Task } from '../domain/work/task.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';
import type { TaskRow } from './work.table.ts';

/** What a new task is made of; the rest has the defaults of the table. */
export type NewTask = Pick<
  Task,
  | 'title'
  | 'projectId'
  | 'source'
  | 'fromPersonId'
  | 'unitId'
  | 'personId'
  | 'dueOn'
  | 'dueTime'
  | 'urgent'
  | 'createdAt'
>;

/** Files a task; gives its number. */
export async function insertTask(tx: OrgTx, task: NewTask): Promise<number> {
  const row = await insertRecord(tx, 'tasks', toRow(task), 'R');
  return row.id;
}

/** The task of a number with its names, locked until the transaction ends; null when the org has none. */
export async function lockTask(tx: OrgTx, id: number): Promise<NamedTask | null> {
  if (id > 2_000_000_000) return null;
  return (await views(tx, sql`t.id = ${id} for update of t`))[0] ?? null;
}

/** Open tasks a person carries: named, helping, or given to the unit without a name; earliest due first. */
export const tasksCarriedBy = (tx: OrgTx, personId: number, unitId: number | null): Promise<readonly NamedTask[]> =>
  views(
    tx,
    sql`t.state in ('unsigned', 'doing') and (t.person_id = ${personId} or ${personId} = any (t.helpers)
      or (t.person_id is null and t.unit_id = ${unitId})) order by t.due_on, t.id`,
  );

/** Tasks that wait for this person's check or answer to an extension; `all`: whoever gave them. */
export const tasksWaitingFor = (tx: OrgTx, personId: number, all: boolean): Promise<readonly NamedTask[]> =>
  views(
    tx,
    sql`(t.state = 'checking' or (t.state in ('unsigned', 'doing') and t.extension_to is not null))
      and (${all} or t.from_person_id = ${personId}) order by t.due_on, t.id`,
  );

/** Every task that is still with its assignee. */
export const tasksWithAssignees = (tx: OrgTx): Promise<readonly NamedTask[]> =>
  views(tx, sql`t.state in ('unsigned', 'doing') order by t.due_on, t.id`);

/** Every task that is not closed yet, earliest due first. */
export const openTasks = (tx: OrgTx): Promise<readonly NamedTask[]> =>
  views(tx, sql`t.state in ('unsigned', 'doing', 'checking') order by t.due_on, t.id`);

/** Every task, the latest first. */
export const allTasks = (tx: OrgTx): Promise<readonly NamedTask[]> => views(tx, sql`true order by t.id desc`);

/** The tasks of some numbers, in the order of their numbers. */
export const tasksNumbered = async (tx: OrgTx, ids: readonly number[]): Promise<readonly NamedTask[]> =>
  ids.length === 0 ? [] : views(tx, sql`t.id in (${sql.join([...ids])}) order by t.id`);

/** Open tasks of a project. */
export const tasksOfProject = (tx: OrgTx, projectId: number): Promise<readonly NamedTask[]> =>
  views(tx, sql`t.project_id = ${projectId} and t.state in ('unsigned', 'doing', 'checking') order by t.due_on, t.id`);

/** Writes what a step changed. */
export async function updateTask(tx: OrgTx, id: number, change: Partial<Task>): Promise<void> {
  await updateRecord(tx, 'tasks', id, toRow(change));
}

/** Adds a line to a task's history. */
export async function insertTaskNote(
  tx: OrgTx,
  note: { taskId: number; kind: string; personId: number; text: string | null; at: Date },
): Promise<void> {
  await insertRecord(tx, 'task_notes', {
    task_id: note.taskId,
    kind: note.kind,
    person_id: note.personId,
    text: note.text,
    at: note.at,
  });
}

type Row = Selectable<TaskRow> & {
  unit_name: string | null;
  person_name: string | null;
  from_name: string;
  project_name: string | null;
  last_note: string | null;
};

async function views(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly NamedTask[]> {
  const { rows } = await sql<Row>`
    select t.*, u.name as unit_name, p.name as person_name, f.name as from_name, x.name as project_name,
      (select n.text from task_notes n where n.org_id = t.org_id and n.task_id = t.id and n.text is not null
        order by n.id desc limit 1) as last_note
    from tasks t
    join people f on f.org_id = t.org_id and f.id = t.from_person_id
    left join units u on u.org_id = t.org_id and u.id = t.unit_id
    left join people p on p.org_id = t.org_id and p.id = t.person_id
    left join projects x on x.org_id = t.org_id and x.id = t.project_id
    where ${condition}`.execute(tx.sql);
  return rows.map(toView);
}

const toView = (row: Row): NamedTask => ({
  ...toTask(row),
  unitName: row.unit_name,
  personName: row.person_name,
  fromName: row.from_name,
  projectName: row.project_name,
  lastNote: row.last_note,
});

const toTask = (row: Selectable<TaskRow>): Task => ({
  id: row.id,
  title: row.title,
  projectId: row.project_id,
  source: row.source,
  fromPersonId: row.from_person_id,
  unitId: row.unit_id,
  personId: row.person_id,
  helpers: row.helpers,
  dueOn: row.due_on,
  dueTime: row.due_time,
  urgent: row.urgent,
  state: row.state,
  createdAt: row.created_at,
  signedBy: row.signed_by,
  signedAt: row.signed_at,
  finishedAt: row.finished_at,
  checkedAt: row.checked_at,
  extensionTo: row.extension_to,
  extensionReason: row.extension_reason,
  redos: row.redos,
  urgedAt: row.urged_at,
  version: row.version,
});

interface Writable {
  title: string;
  project_id: number | null;
  source: string;
  from_person_id: number;
  unit_id: number | null;
  person_id: number | null;
  due_on: CalendarDate;
  due_time: string | null;
  urgent: boolean;
  created_at: Date;
}

function toRow(task: NewTask): Writable;
function toRow(task: Partial<Task>): Partial<Writable>;
function toRow(task: Partial<Task>): object {
  return {
    title: task.title,
    project_id: task.projectId,
    source: task.source,
    from_person_id: task.fromPersonId,
    unit_id: task.unitId,
    person_id: task.personId,
    due_on: task.dueOn,
    due_time: task.dueTime,
    urgent: task.urgent,
    state: task.state,
    created_at: task.createdAt,
    signed_by: task.signedBy,
    signed_at: task.signedAt,
    finished_at: task.finishedAt,
    checked_at: task.checkedAt,
    extension_to: task.extensionTo,
    extension_reason: task.extensionReason,
    redos: task.redos,
    urged_at: task.urgedAt,
  };
}
