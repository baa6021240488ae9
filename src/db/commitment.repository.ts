import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Commitment, CommitmentView, Fulfilment } from '../domain/work/commitment.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';
import type { CommitmentRow } from './promise.table.ts';

/** A commitment without its light. */
export type NamedCommitment = Omit<CommitmentView, 'light'>;

/** Files a commitment; gives its number. */
export async function insertCommitment(
  tx: OrgTx,
  made: Pick<Commitment, 'projectId' | 'text' | 'unitId' | 'dueOn' | 'madeBy' | 'madeAt'>,
): Promise<number> {
  const values = {
    project_id: made.projectId,
    text: made.text,
    unit_id: made.unitId,
    due_on: made.dueOn,
    made_by: made.madeBy,
    made_at: made.madeAt,
  };
  return (await insertRecord(tx, 'commitments', values, 'C')).id;
}

/** Marks an open commitment as kept; false when somebody was first. */
export async function markKept(
  tx: OrgTx,
  id: number,
  kept: { keptOn: CalendarDate; evidence: string | null; keptBy: number; keptAt: Date },
): Promise<boolean> {
  const patch = {
    state: 'kept' as const,
    kept_on: kept.keptOn,
    evidence: kept.evidence,
    kept_by: kept.keptBy,
    kept_at: kept.keptAt,
  };
  return (await updateRecord(tx, 'commitments', id, patch, sql`state = 'open'`)) !== null;
}

/** Writes down the number of the fair-competition review. */
export const setReview = async (tx: OrgTx, id: number, reviewNumber: string): Promise<void> => {
  await updateRecord(tx, 'commitments', id, { review_number: reviewNumber });
};

/** The commitment of a number, locked; null when the org has none. */
export async function lockCommitment(tx: OrgTx, id: number): Promise<NamedCommitment | null> {
  if (id > 2_000_000_000) return null;
  return (await commitments(tx, sql`c.id = ${id} for update of c`))[0] ?? null;
}

/** The open commitment with the same words about the same project; null when there is none. */
export const sameCommitment = async (tx: OrgTx, projectId: number, text: string): Promise<NamedCommitment | null> =>
  (await commitments(tx, sql`c.project_id = ${projectId} and c.text = ${text} and c.state = 'open' limit 1`))[0] ??
  null;

/** Open commitments, earliest due first: of all, of the unit that answers for them, or of a project. */
export const openCommitments = (
  tx: OrgTx,
  of: { readonly unitId?: number | undefined; readonly projectId?: number | undefined } = {},
): Promise<readonly NamedCommitment[]> =>
  commitments(
    tx,
    sql`c.state = 'open'
      and (${of.unitId ?? null}::integer is null or c.unit_id = ${of.unitId ?? null})
      and (${of.projectId ?? null}::integer is null or c.project_id = ${of.projectId ?? null})
      order by c.due_on, c.id`,
  );

/** How units keep what was due by a day, or kept before it was due. */
export async function fulfilments(tx: OrgTx, by: CalendarDate): Promise<readonly Fulfilment[]> {
  const { rows } = await sql<Fulfilment>`
    select coalesce(u.name, '未定单位') as unit, count(*)::integer as due,
      (count(*) filter (where c.state = 'kept'))::integer as kept,
      (count(*) filter (where c.kept_on > c.due_on))::integer as late
    from commitments c left join units u on u.org_id = c.org_id and u.id = c.unit_id
    where c.due_on <= ${by} or c.state = 'kept'
    group by 1 order by 2 desc, 1`.execute(tx.sql);
  return rows;
}

type Row = Selectable<CommitmentRow> & {
  unit_name: string | null;
  project_name: string;
  project_unit_id: number | null;
  project_leader: string | null;
  maker_name: string | null;
};

async function commitments(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly NamedCommitment[]> {
  const { rows } = await sql<Row>`
    select c.*, u.name as unit_name, x.name as project_name, x.unit_id as project_unit_id, x.leader as project_leader,
      p.name as maker_name
    from commitments c
    join projects x on x.org_id = c.org_id and x.id = c.project_id
    left join units u on u.org_id = c.org_id and u.id = c.unit_id
    left join people p on p.org_id = c.org_id and p.id = c.made_by
    where ${condition}`.execute(tx.sql);
  return rows.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    text: row.text,
    unitId: row.unit_id,
    dueOn: row.due_on,
    reviewNumber: row.review_number,
    state: row.state,
    madeBy: row.made_by,
    madeAt: row.made_at,
    keptOn: row.kept_on,
    evidence: row.evidence,
    version: row.version,
    unitName: row.unit_name,
    projectName: row.project_name,
    projectUnitId: row.project_unit_id,
    projectLeader: row.project_leader,
    makerName: row.maker_name,
  }));
}
