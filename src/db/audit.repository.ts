import { type RawBuilder, sql } from 'kysely';
import type { TrailLine } from '../domain/trail.ts';
import { toJson } from './json-column.ts';
import type { Change, OrgTx } from './org-transaction.ts';

/** What is written down about every write, refusal and fault (domain.md section 8). */
export interface AuditEntry {
  readonly at: Date;
  readonly personId: number | null;
  readonly platform: string;
  readonly messageKey: string;
  readonly command: string;
  readonly outcome: 'done' | 'refused' | 'denied' | 'fault';
  /** "X113": the record it was about. */
  readonly subject: string | null;
  /** Refusal code or fault id. */
  readonly detail: string | null;
  readonly changes: readonly Change[];
  readonly reply: string;
}

/** Appends an audit row. */
export async function insertAudit(tx: OrgTx, entry: AuditEntry): Promise<void> {
  await tx.sql
    .insertInto('audit')
    .values({
      at: entry.at,
      person_id: entry.personId,
      platform: entry.platform,
      message_key: entry.messageKey,
      command: entry.command,
      outcome: entry.outcome,
      subject: entry.subject,
      detail: entry.detail,
      changes: toJson(entry.changes),
      reply: entry.reply,
    })
    .execute();
}

/** What was written about a project and its tasks, problems and entries, newest first. */
export const auditOfProject = (tx: OrgTx, projectId: number, page: Page): Promise<readonly TrailLine[]> =>
  lines(
    tx,
    sql`a.subject in (
      select 'X' || ${projectId}::integer union all select 'R' || id from tasks where project_id = ${projectId}
      union all select 'W' || id from problems where project_id = ${projectId}
      union all select 'C' || id from commitments where project_id = ${projectId}
      union all select 'S' || id from requests where project_id = ${projectId}
      union all select 'L' || id from entries where project_id = ${projectId})`,
    page,
  );

/** What a person wrote, newest first. */
export const auditOfPerson = (tx: OrgTx, personId: number, page: Page, viewer: number): Promise<readonly TrailLine[]> =>
  lines(
    tx,
    sql`a.person_id = ${personId} and not exists (select 1 from projects s where s.org_id = a.org_id
      and a.subject = 'X' || s.id and s.secret_to is not null and not s.secret_to @> array[${viewer}]::integer[])`,
    page,
  );

/** What was exported, by whom, newest first. */
export const auditOfExports = (tx: OrgTx, page: Page): Promise<readonly TrailLine[]> =>
  lines(tx, sql`a.reply like '已导出%'`, page);

/** So many lines after so many. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

async function lines(
  tx: OrgTx,
  condition: RawBuilder<unknown>,
  { limit, offset }: Page,
): Promise<readonly TrailLine[]> {
  const { rows } = await sql<TrailLine>`
    select a.at, p.name as person, a.command, a.reply, a.changes, a.undone from audit a
    left join people p on p.org_id = a.org_id and p.id = a.person_id
    where ${condition} and a.outcome = 'done' and (jsonb_array_length(a.changes) > 0 or a.reply like '已导出%')
    order by a.id desc limit ${limit} offset ${offset}`.execute(tx.sql);
  return rows;
}

/** A person's last write that still stands, locked. */
export async function lastWrite(
  tx: OrgTx,
  personId: number,
): Promise<{
  readonly id: string;
  readonly at: Date;
  readonly command: string;
  readonly subject: string | null;
  readonly changes: readonly Change[];
} | null> {
  const row = await tx.sql
    .selectFrom('audit')
    .select(['id', 'at', 'command', 'subject', 'changes'])
    .where('person_id', '=', personId)
    .where('outcome', '=', 'done')
    .where('undone', '=', false)
    .where(sql<boolean>`jsonb_array_length(changes) > 0`)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...row, changes: row.changes as Change[] } : null;
}

/** Marks a write as taken back. */
export async function markUndone(tx: OrgTx, id: string): Promise<void> {
  await tx.sql.updateTable('audit').set({ undone: true }).where('id', '=', id).execute();
}

/** Whether anybody else's later write is about the same record. */
export async function writtenSince(tx: OrgTx, id: string, subject: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('audit')
    .select('id')
    .where('subject', '=', subject)
    .where('id', '>', id)
    .where('outcome', '=', 'done')
    .where('undone', '=', false)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Puts a changed row back as it was: an inserted row is deleted (foreign keys refuse when something stands on it), an
 * updated one gets its former image. False when the row has moved on since.
 */
export async function revert(tx: OrgTx, change: Change): Promise<boolean> {
  const version = Number(change.after.version ?? 0);
  const table = sql.table(change.table);
  if (change.before === null) {
    const { numAffectedRows } =
      await sql`delete from ${table} where id = ${change.id} and version = ${version}`.execute(tx.sql);
    return numAffectedRows === 1n;
  }
  const names = Object.keys(change.before).filter((name) => !['org_id', 'id', 'version'].includes(name));
  const set = sql.join(names.map((name) => sql`${sql.ref(name)} = former.${sql.ref(name)}`));
  const { numAffectedRows } = await sql`
    update ${table} as now set ${set}, version = now.version + 1
    from jsonb_populate_record(null::${table}, ${toJson(change.before)}::jsonb) as former
    where now.id = ${change.id} and now.version = ${version}`.execute(tx.sql);
  return numAffectedRows === 1n;
}
