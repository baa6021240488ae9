import { type Kysely, sql } from 'kysely';

/** Half days of an outing, where people say so ("半天" = 1); null: every workday of it counts whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table activities add column half_days integer check (half_days > 0)`.execute(db);
}
