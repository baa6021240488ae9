import { type Kysely, sql } from 'kysely';

/**
 * Public notices of rewards (公示): the days a project's reward stands out, both included, and up to which sum (元, with what
 * was paid before) it does. A payment names the notice that let it go; payments of before this have none,
 * so that their reference needs no look behind the wall (not valid: an owner without an org cannot look).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reward_notices (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      from_on day not null,
      to_on day not null,
      upto_yuan numeric(18, 2) not null check (upto_yuan > 0),
      recorded_by integer not null,
      recorded_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      check (from_on <= to_on)
    );
    create index reward_notices_project on reward_notices (org_id, project_id, id);
    select wall('reward_notices');
    alter table reward_payments add column notice_id integer,
      add foreign key (org_id, notice_id) references reward_notices not valid;
  `.execute(db);
}
