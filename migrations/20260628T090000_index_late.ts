import { type Kysely, sql } from 'kysely';

/** What was booked later than it happened (补报) is few: looked for by itself when a year is looked at in hindsight. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index entries_late on entries (org_id, occurred_on, booked_on) where late and booked_on is not null;
    create index events_late on project_events (org_id, occurred_on, booked_on) where late and booked_on is not null;
  `.execute(db);
}
