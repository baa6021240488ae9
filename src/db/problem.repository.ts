import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { NamedProblem, Problem } from '../domain/work/problem.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';
import type { ProblemRow } from './work.table.ts';

/** Files a problem; gives its number. */
export async function insertProblem(
  tx: OrgTx,
  problem: Pick<Problem, 'projectId' | 'text' | 'kind' | 'level' | 'unitId' | 'dueOn' | 'reportedBy' | 'reportedAt'>,
): Promise<number> {
  const row = await insertRecord(
    tx,
    'problems',
    {
      project_id: problem.projectId,
      text: problem.text,
      kind: problem.kind,
      level: problem.level,
      unit_id: problem.unitId,
      due_on: problem.dueOn,
      reported_by: problem.reportedBy,
      reported_at: problem.reportedAt,
    },
    'W',
  );
  return row.id;
}

/** Writes down a coordination meeting and counts it; false when one of that day is written down already. */
export async function insertMeeting(
  tx: OrgTx,
  problem: Pick<Problem, 'id' | 'meetings'>,
  held: { heldOn: CalendarDate; text: string | null; notedBy: number; notedAt: Date },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from problem_meetings where problem_id = ${problem.id} and held_on = ${held.heldOn}`.execute(tx.sql);
  if (rows.length > 0) return false;
  await insertRecord(tx, 'problem_meetings', {
    problem_id: problem.id,
    held_on: held.heldOn,
    text: held.text,
    noted_by: held.notedBy,
    noted_at: held.notedAt,
  });
  await updateRecord(tx, 'problems', problem.id, { meetings: problem.meetings + 1 });
  return true;
}

/** The coordination meetings a problem has had, the latest first. */
export async function meetingsOf(
  tx: OrgTx,
  problemId: number,
): Promise<readonly { readonly heldOn: CalendarDate; readonly text: string | null }[]> {
  const { rows } = await sql<{ heldOn: CalendarDate; text: string | null }>`
    select held_on as "heldOn", text from problem_meetings where problem_id = ${problemId}
    order by held_on desc limit 5`.execute(tx.sql);
  return rows;
}

/** Asks a level above to help with a problem. */
export const setLevel = async (tx: OrgTx, id: number, level: string): Promise<void> => {
  await updateRecord(tx, 'problems', id, { level });
};

/** Marks an open problem as solved; false when somebody was first. */
export async function markSolved(
  tx: OrgTx,
  id: number,
  solved: { answer: string; solvedBy: number; solvedAt: Date },
): Promise<boolean> {
  const patch = {
    state: 'solved' as const,
    answer: solved.answer,
    solved_by: solved.solvedBy,
    solved_at: solved.solvedAt,
  };
  return (await updateRecord(tx, 'problems', id, patch, sql`state = 'open'`)) !== null;
}

/** The problem of a number, locked; null when the org has none. */
export async function lockProblem(tx: OrgTx, id: number): Promise<NamedProblem | null> {
  if (id > 2_000_000_000) return null;
  return (await problems(tx, sql`w.id = ${id} for update of w`))[0] ?? null;
}

/** Open problems, earliest due first: of all, of a unit (as owner or by its projects), or of a project. */
export const openProblems = (
  tx: OrgTx,
  of: { readonly unitId?: number | undefined; readonly projectId?: number | undefined } = {},
): Promise<readonly NamedProblem[]> =>
  problems(
    tx,
    sql`w.state = 'open'
      and (${of.unitId ?? null}::integer is null or w.unit_id = ${of.unitId ?? null} or x.unit_id = ${of.unitId ?? null})
      and (${of.projectId ?? null}::integer is null or w.project_id = ${of.projectId ?? null})
      order by w.due_on, w.id`,
  );

type Row = Selectable<ProblemRow> & {
  due_on: CalendarDate;
  unit_name: string | null;
  project_name: string;
  project_unit_id: number | null;
  project_leader: string | null;
  reporter_name: string | null;
};

async function problems(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly NamedProblem[]> {
  const { rows } = await sql<Row>`
    select w.*, u.name as unit_name, x.name as project_name, x.unit_id as project_unit_id, x.leader as project_leader,
      p.name as reporter_name
    from problems w
    join projects x on x.org_id = w.org_id and x.id = w.project_id
    left join units u on u.org_id = w.org_id and u.id = w.unit_id
    left join people p on p.org_id = w.org_id and p.id = w.reported_by
    where ${condition}`.execute(tx.sql);
  return rows.map(toProblem);
}

const toProblem = (row: Row): NamedProblem => ({
  id: row.id,
  projectId: row.project_id,
  text: row.text,
  kind: row.kind,
  unitId: row.unit_id,
  dueOn: row.due_on,
  level: row.level,
  measure: row.measure,
  answer: row.answer,
  meetings: row.meetings,
  state: row.state,
  reportedBy: row.reported_by,
  reportedAt: row.reported_at,
  solvedBy: row.solved_by,
  solvedAt: row.solved_at,
  version: row.version,
  unitName: row.unit_name,
  projectName: row.project_name,
  projectUnitId: row.project_unit_id,
  projectLeader: row.project_leader,
  reporterName: row.reporter_name,
});
