import { type Kysely, sql } from 'kysely';

/** Joint reviews of projects (会审) with the opinion of each department that was asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reviews (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      due_on day not null,
      asked_by integer not null,
      asked_at timestamptz not null,
      closed_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, asked_by) references people
    );
    create unique index reviews_open on reviews (org_id, project_id) where closed_at is null;
    create table review_opinions (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      review_id integer not null,
      unit_id integer not null,
      verdict text check (verdict in ('同意', '有条件同意', '不同意')),
      words text,
      said_by integer,
      said_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, review_id, unit_id),
      foreign key (org_id, review_id) references reviews,
      foreign key (org_id, unit_id) references units,
      foreign key (org_id, said_by) references people
    );
    select wall(name::regclass) from unnest(array['reviews', 'review_opinions']) as name;
  `.execute(db);
}
