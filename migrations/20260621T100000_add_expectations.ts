import { type Kysely, sql } from 'kysely';

/** What a unit expects of a project's next stage, and where a lost one went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table projects
      add column lost_to text,
      add column likelihood smallint check (likelihood between 0 and 100),
      add column expected_on day,
      add column expected_stage text;
    create index projects_expected on projects (org_id, expected_on) where expected_on is not null;
  `.execute(db);
}
