import { type Kysely, sql } from 'kysely';

/** What has been paid out to referrers (引荐奖励), in 元; what is due is worked out from verified entries each time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reward_payments (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      amount_yuan numeric(18, 2) not null check (amount_yuan > 0),
      paid_on day not null,
      note text,
      recorded_by integer not null,
      recorded_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects
    );
    create index reward_payments_project on reward_payments (org_id, project_id);
    select wall('reward_payments');
  `.execute(db);
}
