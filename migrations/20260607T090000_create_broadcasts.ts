import { type Kysely, sql } from 'kysely';

/** 传达: a leader's notice to units, and what each of them has done with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table broadcasts (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      text text not null,
      sent_by integer not null,
      sent_at timestamptz not null,
      units integer[] not null,
      chased_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id)
    );
    create table broadcast_receipts (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      broadcast_id integer not null,
      unit_id integer not null,
      step text not null check (step in ('read', 'reported', 'arranged')),
      person_id integer not null,
      at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, broadcast_id, unit_id, step),
      foreign key (org_id, broadcast_id) references broadcasts,
      foreign key (org_id, unit_id) references units
    );
    select wall(name::regclass) from unnest(array['broadcasts', 'broadcast_receipts']) as name;
  `.execute(db);
}
