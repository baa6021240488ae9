import { type Kysely, sql } from 'kysely';

/** 保密项目: who may know it, and what only they see; the open columns hold a code name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table projects add column secret_to integer[], add column secret jsonb`.execute(db);
}
