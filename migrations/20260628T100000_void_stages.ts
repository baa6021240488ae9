import { type Kysely, sql } from 'kysely';

/** A stage that was counted and was taken back by a step back is voided by a second event, as an entry is by a reversal. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table project_events drop constraint project_events_kind_check;
    alter table project_events add constraint project_events_kind_check
      check (kind in ('stage', 'void', 'progress', 'claim', 'hand-over', 'release', 'amend'));
    create index events_void on project_events (org_id, project_id, to_stage, booked_on) where kind = 'void';
  `.execute(db);
}
