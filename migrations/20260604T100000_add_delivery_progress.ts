import { type Kysely, sql } from 'kysely';

/** How far a message of several parts has come, what its own faults were, when we last lived, and the send rates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table outbox add column parts_sent integer not null default 0,
      add column faults integer not null default 0, add column first_tried_at timestamptz;
    create index outbox_stuck on outbox (org_id, id) where state in ('held', 'failed');
    alter table ticks add column alive_at timestamptz;
    create unlogged table send_rates (
      key text primary key,
      points integer not null default 0,
      expire bigint
    );
  `.execute(db);
}
