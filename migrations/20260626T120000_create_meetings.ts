import { type Kysely, sql } from 'kysely';

/** Meetings and visits whose agreed items became tasks (议定). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table meetings (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      title text not null,
      held_on day not null,
      activity_id integer,
      tasks integer[] not null,
      noted_by integer not null,
      noted_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, activity_id) references activities,
      foreign key (org_id, noted_by) references people
    );
    create index meetings_activity on meetings (org_id, activity_id);
    select wall('meetings'::regclass);
  `.execute(db);
}
