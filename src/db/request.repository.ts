import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Request, RequestView } from '../domain/work/request.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';
import type { RequestRow } from './promise.table.ts';

/** A request without its light. */
export type NamedRequest = Omit<RequestView, 'light'>;

/** Files a request; gives its number. */
export async function insertRequest(
  tx: OrgTx,
  raised: Pick<Request, 'company' | 'projectId' | 'text' | 'kind' | 'unitId' | 'dueOn' | 'raisedBy' | 'raisedAt'>,
): Promise<number> {
  const values = {
    company: raised.company,
    project_id: raised.projectId,
    text: raised.text,
    kind: raised.kind,
    unit_id: raised.unitId,
    due_on: raised.dueOn,
    raised_by: raised.raisedBy,
    raised_at: raised.raisedAt,
  };
  return (await insertRecord(tx, 'requests', values, 'S')).id;
}

/** Changes a request while it is in one of the states; false when somebody was first. */
export const changeRequest = async (
  tx: OrgTx,
  id: number,
  patch: Parameters<typeof updateRecord<'requests'>>[3],
  states: readonly Request['state'][],
): Promise<boolean> => (await updateRecord(tx, 'requests', id, patch, sql`state in (${sql.join(states)})`)) !== null;

/** The request of a number, locked; null when the org has none. */
export async function lockRequest(tx: OrgTx, id: number): Promise<NamedRequest | null> {
  if (id > 2_000_000_000) return null;
  return (await requests(tx, sql`s.id = ${id} for update of s`))[0] ?? null;
}

/** The open request of the same words from the same company; null when there is none. */
export const sameRequest = async (tx: OrgTx, company: string, text: string): Promise<NamedRequest | null> =>
  (await requests(tx, sql`s.company = ${company} and s.text = ${text} and s.state <> 'closed' limit 1`))[0] ?? null;

/** Open requests, earliest due first: of all or of the unit that answers for them. */
export const openRequests = (tx: OrgTx, unitId?: number): Promise<readonly NamedRequest[]> =>
  requests(
    tx,
    sql`s.state <> 'closed' and (${unitId ?? null}::integer is null or s.unit_id = ${unitId ?? null}) order by s.due_on, s.id`,
  );

/** How many requests there are, how many are closed, and how the closed ones were rated. */
export async function requestFigures(
  tx: OrgTx,
): Promise<{ readonly raised: number; readonly closed: number; readonly rated: number; readonly points: number }> {
  const { rows } = await sql<{ raised: number; closed: number; rated: number; points: number }>`
    select count(*)::integer as raised, (count(*) filter (where state = 'closed'))::integer as closed,
      count(rating)::integer as rated, coalesce(sum(rating), 0)::integer as points from requests`.execute(tx.sql);
  return rows[0] ?? { raised: 0, closed: 0, rated: 0, points: 0 };
}

type Row = Selectable<RequestRow> & {
  unit_name: string | null;
  project_leader: string | null;
  raiser_name: string | null;
};

async function requests(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly NamedRequest[]> {
  const { rows } = await sql<Row>`
    select s.*, u.name as unit_name, x.leader as project_leader, p.name as raiser_name
    from requests s
    left join projects x on x.org_id = s.org_id and x.id = s.project_id
    left join units u on u.org_id = s.org_id and u.id = s.unit_id
    left join people p on p.org_id = s.org_id and p.id = s.raised_by
    where ${condition}`.execute(tx.sql);
  return rows.map((row) => ({
    id: row.id,
    company: row.company,
    projectId: row.project_id,
    text: row.text,
    kind: row.kind,
    unitId: row.unit_id,
    dueOn: row.due_on,
    state: row.state,
    raisedBy: row.raised_by,
    raisedAt: row.raised_at,
    acceptedAt: row.accepted_at,
    progress: row.progress,
    answer: row.answer,
    closedAt: row.closed_at,
    rating: row.rating,
    ratingWords: row.rating_words,
    version: row.version,
    unitName: row.unit_name,
    projectLeader: row.project_leader,
    raiserName: row.raiser_name,
  }));
}
