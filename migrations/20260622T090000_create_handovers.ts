import { type Kysely, sql } from 'kysely';

/**
 * What one process lays down and another one fetches (answers that a platform polls for), and values all replicas share. A
 * message that lies ready to be fetched stands aside: it does not hold up its chat.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table handovers (
      key text primary key,
      opened_at timestamptz not null default now(),
      body jsonb,
      laid_at timestamptz,
      fetched_at timestamptz,
      closed boolean not null default false
    );
    create index handovers_opened on handovers (opened_at);
    alter table outbox add column aside boolean not null default false;
    create table kept_values (
      name text primary key,
      value text not null,
      good_until timestamptz not null
    )`.execute(db);
}
