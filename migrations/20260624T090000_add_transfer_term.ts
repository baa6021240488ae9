import { type Kysely, sql } from 'kysely';

/** For how many years a transfer shares the credit; null: for good. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table transfers add column years integer check (years between 1 and 50)`.execute(db);
}
