import { type Kysely, sql } from 'kysely';

/** Trainings and contests of the team (培训, 比武): a line for each who took part. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table drills (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      kind text not null check (kind in ('培训', '比武')),
      name text not null,
      from_on day not null,
      to_on day not null,
      person_id integer not null,
      award text,
      recorded_by integer not null,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, person_id, name, from_on),
      foreign key (org_id, person_id) references people,
      foreign key (org_id, recorded_by) references people,
      check (to_on >= from_on)
    );
    create index drills_from on drills (org_id, from_on);
    select wall('drills'::regclass);
  `.execute(db);
}
