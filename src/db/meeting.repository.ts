import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { insertRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** A meeting or visit with the tasks that came of it. */
export interface Meeting {
  readonly id: number;
  readonly title: string;
  readonly heldOn: CalendarDate;
  readonly activityId: number | null;
  readonly tasks: readonly number[];
}

/** Files a meeting; gives its number. */
export async function insertMeeting(
  tx: OrgTx,
  meeting: Omit<Meeting, 'id'> & { readonly by: number; readonly at: Date },
): Promise<number> {
  const row = await insertRecord(tx, 'meetings', {
    title: meeting.title,
    held_on: meeting.heldOn,
    activity_id: meeting.activityId,
    tasks: [...meeting.tasks],
    noted_by: meeting.by,
    noted_at: meeting.at,
  });
  return row.id;
}

/** The meeting of a number; null when the org has none. */
export const findMeeting = async (tx: OrgTx, id: number): Promise<Meeting | null> =>
  id > 2_000_000_000 ? null : ((await meetings(tx, sql`id = ${id}`))[0] ?? null);

/** The latest meetings, or those of an activity, newest first. */
export const latestMeetings = (
  tx: OrgTx,
  most: number,
  activityId: number | null = null,
): Promise<readonly Meeting[]> =>
  meetings(tx, sql`${activityId}::integer is null or activity_id = ${activityId} order by id desc limit ${most}`);

async function meetings(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly Meeting[]> {
  const { rows } = await sql<Meeting>`
    select id, title, held_on as "heldOn", activity_id as "activityId", tasks
    from meetings where ${condition}`.execute(tx.sql);
  return rows;
}
