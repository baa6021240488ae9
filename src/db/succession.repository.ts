import { type Selectable, sql } from 'kysely';
import type { OpenMatter, Succession } from '../domain/work/succession.ts';
import { insertRecord, updateRecord } from './change.ts';
import { toJson } from './json-column.ts';
import type { OrgTx } from './org-transaction.ts';
import type { SuccessionRow } from './outreach.table.ts';

/** Files a handover that waits for both to sign. */
export async function insertSuccession(
  tx: OrgTx,
  asked: Pick<Succession, 'fromPerson' | 'toPerson' | 'reason' | 'askedBy'> & { readonly at: Date },
): Promise<Succession> {
  const row = await insertRecord(tx, 'successions', {
    from_person: asked.fromPerson,
    to_person: asked.toPerson,
    reason: asked.reason,
    asked_by: asked.askedBy,
    asked_at: asked.at,
  });
  return toSuccession(row);
}

/** A handover by its number, or null. */
export async function findSuccession(tx: OrgTx, id: number): Promise<Succession | null> {
  const row = await tx.sql.selectFrom('successions').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toSuccession(row) : null;
}

/** The handover between two people that still waits, or null. */
export async function openSuccession(tx: OrgTx, from: number, to: number): Promise<Succession | null> {
  const row = await tx.sql
    .selectFrom('successions')
    .selectAll()
    .where('from_person', '=', from)
    .where('to_person', '=', to)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return row ? toSuccession(row) : null;
}

/** Changes a handover while it still waits; null when it was settled before. */
export async function stepSuccession(
  tx: OrgTx,
  id: number,
  patch: {
    readonly from_signed_by?: number;
    readonly from_signed_at?: Date;
    readonly to_signed_at?: Date;
    readonly state?: 'done' | 'refused';
    readonly moved?: readonly string[];
  },
): Promise<Succession | null> {
  const { moved, ...rest } = patch;
  const row = await updateRecord(
    tx,
    'successions',
    id,
    { ...rest, ...(moved ? { moved: toJson(moved) } : {}) },
    sql`state = 'asked'`,
  );
  return row ? toSuccession(row) : null;
}

const OPEN = sql`state in ('unsigned', 'doing', 'checking')`;
const UNDER_WAY = sql`stage not in ('流失', '否决')`;

/** What is open with a person: tasks carried, helped with or given, projects led or served by name, helpers and firms kept in touch with. */
export async function openMatters(tx: OrgTx, person: { id: number; name: string }): Promise<readonly OpenMatter[]> {
  const { rows } = await sql<OpenMatter>`
    select 'task' as kind, id, title, case when person_id = ${person.id} then '承办'
        when from_person_id = ${person.id} then '交办' else '协办' end as "as"
      from tasks where ${OPEN} and (person_id = ${person.id} or from_person_id = ${person.id} or ${person.id} = any(helpers))
    union all
    select 'project', id, name, case when service_officer = ${person.name} then '首席服务官' else '包干领导' end
      from projects where ${UNDER_WAY} and (service_officer = ${person.name} or leader = ${person.name})
    union all
    select 'resource', id, name, '联系人' from resources where not closed and keeper_id = ${person.id}
    union all
    select 'firm', id, name, '敲门' from target_firms where state not in ('放弃', '已转线索') and keeper_id = ${person.id}
    order by 1 desc, 2`.execute(tx.sql);
  return rows;
}

/** Gives a task's part from one person to another. */
export async function passTask(tx: OrgTx, id: number, from: number, to: number): Promise<void> {
  const task = await tx.sql
    .selectFrom('tasks')
    .select(['person_id', 'from_person_id', 'helpers'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await updateRecord(tx, 'tasks', id, {
    person_id: task.person_id === from ? to : task.person_id,
    from_person_id: task.from_person_id === from ? to : task.from_person_id,
    helpers: [...new Set(task.helpers.map((helper) => (helper === from ? to : helper)))],
  });
}

/** Puts another name where one stands as 首席服务官 or 包干领导. */
export async function passProject(tx: OrgTx, id: number, from: string, to: string): Promise<void> {
  const project = await tx.sql
    .selectFrom('projects')
    .select(['service_officer', 'leader'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await updateRecord(tx, 'projects', id, {
    service_officer: project.service_officer === from ? to : project.service_officer,
    leader: project.leader === from ? to : project.leader,
  });
}

const toSuccession = (row: Selectable<SuccessionRow>): Succession => ({
  id: row.id,
  fromPerson: row.from_person,
  toPerson: row.to_person,
  reason: row.reason,
  state: row.state,
  askedBy: row.asked_by,
  fromSignedAt: row.from_signed_at,
  toSignedAt: row.to_signed_at,
  moved: row.moved as readonly string[],
});
