import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { ProjectDue } from '../domain/work/mine.ts';
import type { OrgTx } from './org-transaction.ts';

interface Row {
  id: number;
  name: string;
  unit_id: number | null;
  next_step: string | null;
  next_step_on: CalendarDate | null;
  last_progress_on: CalendarDate;
  protected_to: CalendarDate | null;
}

/** A project under way: not gone, not set aside. */
const OPEN = sql`stage not in ('搁置', '流失', '否决')`;
/** Before signing, where protection and the clock of progress run. */
const EARLY = sql`stage in ('线索', '在谈', '意向')`;

/** Projects of a unit (null: of all) whose next step, or expected stage, is due by a day, earliest first. */
export const stepsDue = (tx: OrgTx, unitId: number | null, by: CalendarDate): Promise<readonly ProjectDue[]> =>
  read(
    tx,
    sql`${OPEN} and unit_id is not null and least(next_step_on, expected_on) <= ${by}`,
    unitId,
    0,
    sql`least(next_step_on, expected_on)`,
  );

/**
 * Leads and talks of a unit (null: of all) without progress since a day, the longest quiet first; `protectionDays` gives
 * the last day of protection.
 */
export const stalledSince = (
  tx: OrgTx,
  unitId: number | null,
  since: CalendarDate,
  protectionDays: number,
): Promise<readonly ProjectDue[]> =>
  read(
    tx,
    sql`${EARLY} and unit_id is not null and last_progress_on <= ${since}`,
    unitId,
    protectionDays,
    sql`last_progress_on`,
  );

/** How many reports wait for staff: stage moves and entries. */
export async function countReported(tx: OrgTx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from project_events where state = 'reported')
      + (select count(*) from entries where state = 'reported'))::integer as count`.execute(tx.sql);
  return rows[0]?.count ?? 0;
}

async function read(
  tx: OrgTx,
  condition: ReturnType<typeof sql>,
  unitId: number | null,
  protectionDays: number,
  order: ReturnType<typeof sql>,
): Promise<readonly ProjectDue[]> {
  const { rows } = await sql<Row>`
    select id, name, unit_id, last_progress_on, least(next_step_on, expected_on) as next_step_on,
      case when expected_on <= coalesce(next_step_on, expected_on) then '预计' || coalesce(expected_stage, '') else next_step end
        as next_step,
      case when ${protectionDays}::integer > 0
        then ((protected_from at time zone 'Asia/Shanghai')::date + ${protectionDays}::integer)::date end as protected_to
    from projects
    where ${condition} and (${unitId}::integer is null or unit_id = ${unitId})
    order by ${order}, id limit 200`.execute(tx.sql);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    unitId: row.unit_id,
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    lastProgressOn: row.last_progress_on,
    protectedTo: row.protected_to,
  }));
}
