import { type Kysely, sql } from 'kysely';

/** Boards end; campaigns (攻坚): both days included. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table schemes add column ends_on day;
    create table campaigns (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      name text not null,
      from_on day not null,
      to_on day not null,
      board text,
      cadence text not null default 'weekly' check (cadence in ('daily', 'weekly')),
      created_by integer not null,
      created_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, created_by) references people,
      check (to_on >= from_on)
    );
    create index campaigns_days on campaigns (org_id, to_on);
    select wall('campaigns'::regclass);
  `.execute(db);
}
