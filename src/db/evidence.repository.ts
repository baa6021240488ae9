import { type RawBuilder, sql } from 'kysely';
import type { Evidence } from '../domain/project/evidence.ts';
import { insertRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Notes a kept file as evidence. */
export async function insertEvidence(tx: OrgTx, evidence: Omit<Evidence, 'id' | 'file'> & { fileId: string }) {
  return insertRecord(tx, 'evidence', {
    project_id: evidence.projectId,
    event_id: evidence.eventId,
    entry_id: evidence.entryId,
    file_id: evidence.fileId,
    sha256: evidence.sha256,
    label: evidence.label,
    added_by: evidence.addedBy,
    added_at: evidence.addedAt,
  });
}

/** The evidence of a project, oldest first. */
export const evidenceOfProject = (tx: OrgTx, projectId: number): Promise<readonly Evidence[]> =>
  evidence(tx, sql`e.project_id = ${projectId}`);

/** Evidence with the same bytes, anywhere in the org; whoever keeps the same bytes at this moment waits until this is over. */
export async function evidenceWithHash(tx: OrgTx, sha256: string): Promise<readonly Evidence[]> {
  await sql`select pg_advisory_xact_lock(${tx.orgId}, hashtext(${sha256}))`.execute(tx.sql);
  return evidence(tx, sql`e.sha256 = ${sha256}`);
}

async function evidence(tx: OrgTx, where: RawBuilder<unknown>): Promise<readonly Evidence[]> {
  const { rows } = await sql<Row>`
    select e.id, e.project_id, e.event_id, e.entry_id, e.sha256, e.label, e.added_by, e.added_at,
      f.id as file_id, f.name, f.mime, f.size
    from evidence e join files f on f.org_id = e.org_id and f.id = e.file_id
    where e.org_id = ${tx.orgId} and ${where} order by e.id`.execute(tx.sql);
  return rows.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    eventId: row.event_id,
    entryId: row.entry_id,
    sha256: row.sha256,
    label: row.label,
    addedBy: row.added_by,
    addedAt: row.added_at,
    file: { id: row.file_id, name: row.name, mime: row.mime, size: row.size },
  }));
}

interface Row {
  readonly id: number;
  readonly project_id: number;
  readonly event_id: number | null;
  readonly entry_id: number | null;
  readonly sha256: string;
  readonly label: string | null;
  readonly added_by: number;
  readonly added_at: Date;
  readonly file_id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** How many files prove each waiting report, by "L12" and, for a stage move, "E" and the event's number. */
export async function evidenceCounts(tx: OrgTx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    select case when e.entry_id is null then 'E' || e.event_id else 'L' || e.entry_id end as key, count(*)::integer as count
    from evidence e
    left join entries l on l.org_id = e.org_id and l.id = e.entry_id
    left join project_events v on v.org_id = e.org_id and v.id = e.event_id
    where e.org_id = ${tx.orgId} and (l.state = 'reported' or v.state = 'reported') group by 1`.execute(tx.sql);
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** Reports of a person, or of the person's unit, since an instant, newest first: what a file may be meant for. */
export async function latestReports(
  tx: OrgTx,
  { personId, since, limit }: { personId: number; since: Date; limit: number },
): Promise<
  readonly { readonly projectId: number; readonly eventId: number | null; readonly entryId: number | null }[]
> {
  const { rows } = await sql<{ project_id: number; event_id: number | null; entry_id: number | null }>`
    select project_id, event_id, entry_id from (
      select project_id, id as event_id, null::integer as entry_id, reported_at from project_events
        where kind = 'stage' and state <> 'returned' and reported_by = ${personId} and reported_at >= ${since}
      union all
      select project_id, null, id, reported_at from entries
        where state in ('reported', 'verified') and reverses_id is null and reported_by = ${personId} and reported_at >= ${since}
    ) as latest order by reported_at desc limit ${limit}`.execute(tx.sql);
  return rows.map((row) => ({ projectId: row.project_id, eventId: row.event_id, entryId: row.entry_id }));
}
