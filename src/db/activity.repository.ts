import type { Selectable } from 'kysely';
import type { Activity, ActivityKind, LeaderLevel } from '../domain/activity/activity.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { insertRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';
import type { ActivityRow } from './work.table.ts';

/** Files an activity; gives its number. */
export async function insertActivity(tx: OrgTx, activity: Omit<Activity, 'id' | 'version'>): Promise<Activity> {
  const row = await insertRecord(
    tx,
    'activities',
    {
      kind: activity.kind,
      from_on: activity.from,
      to_on: activity.to,
      half_days: activity.halfDays,
      regions: [...activity.regions],
      leader: activity.leader,
      leader_level: activity.leaderLevel,
      leader_id: activity.leaderId,
      members: [...activity.members],
      companies: [...activity.companies],
      chain: activity.chain,
      outcome: activity.outcome,
      unit_id: activity.unitId,
      projects: [...activity.projects],
      reported_by: activity.reportedBy,
      reported_at: activity.reportedAt,
    },
    'H',
  );
  return toActivity(row);
}

/** The activity of a number; null when the org has none. */
export async function findActivity(tx: OrgTx, id: number): Promise<Activity | null> {
  if (id > 2_000_000_000) return null;
  const row = await tx.sql.selectFrom('activities').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toActivity(row) : null;
}

/** Activities that touch a stretch of days, in the order they began. */
export async function activitiesBetween(tx: OrgTx, from: CalendarDate, to: CalendarDate): Promise<readonly Activity[]> {
  const rows = await tx.sql
    .selectFrom('activities')
    .selectAll()
    .where('from_on', '<=', to)
    .where('to_on', '>=', from)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map(toActivity);
}

const toActivity = (row: Selectable<ActivityRow>): Activity => ({
  id: row.id,
  kind: row.kind as ActivityKind,
  from: row.from_on,
  to: row.to_on,
  halfDays: row.half_days,
  regions: row.regions,
  leader: row.leader,
  leaderLevel: row.leader_level as LeaderLevel | null,
  leaderId: row.leader_id,
  members: row.members,
  companies: row.companies,
  chain: row.chain,
  outcome: row.outcome,
  unitId: row.unit_id,
  projects: row.projects,
  reportedBy: row.reported_by,
  reportedAt: row.reported_at,
  version: row.version,
});
