import { type Kysely, sql } from 'kysely';

/** Rights that one process at a time has (a connection that may stand only once), with what the holder says of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table leases (
      name text primary key,
      owner text not null,
      held_until timestamptz not null,
      state text,
      noted_at timestamptz
    )`.execute(db);
}
