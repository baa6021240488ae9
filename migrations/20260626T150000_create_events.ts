import { type Kysely, sql } from 'kysely';

/** The calendar of events (日程): fairs, service days, on-site observations, trainings, with preparation and scores. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table events (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      name text not null,
      from_on day not null,
      to_on day not null check (to_on >= from_on),
      place text,
      unit_id integer,
      every text check (every in ('每月', '每季度', '每年')),
      tasks integer[] not null default '{}',
      result text,
      result_by integer,
      result_at timestamptz,
      cancelled boolean not null default false,
      made_by integer not null,
      made_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, unit_id) references units,
      foreign key (org_id, made_by) references people
    );
    create unique index calendar_once on events (org_id, name, from_on) where not cancelled;
    create index calendar_open on events (org_id, from_on) where result is null and not cancelled;
    create table event_scores (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      event_id integer not null,
      project_id integer not null,
      person_id integer not null,
      score numeric(5, 2) not null check (score between 0 and 100),
      words text,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, event_id, project_id, person_id),
      foreign key (org_id, event_id) references events,
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, person_id) references people
    );
    select wall(name::regclass) from unnest(array['events', 'event_scores']) as name;
  `.execute(db);
}
