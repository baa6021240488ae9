import { type Kysely, sql } from 'kysely';

/** The indexes hold all that the figures of a span are made of, so that no other org's rows are passed over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop index events_booked;
    create index events_booked on project_events (org_id, to_stage, booked_on)
      include (project_id, unit_id, agreement_wan, occurred_on, verified_at)
      where state = 'verified' and kind = 'stage';
    drop index entries_booked;
    create index entries_booked on entries (org_id, kind, booked_on)
      include (unit_id, project_id, amount, occurred_on, verified_at)
      where booked_on is not null;
    drop index shares_project;
    create index shares_project on project_shares (org_id, project_id, from_on) include (unit_id, share, to_on);
  `.execute(db);
}
