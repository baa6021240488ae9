import { type Kysely, sql } from 'kysely';

/** A version for an org's settings, so that a change of them is audited and can be taken back like any other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table orgs add column version integer not null default 1`.execute(db);
}
