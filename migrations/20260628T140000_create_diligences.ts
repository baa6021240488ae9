import { type Kysely, sql } from 'kysely';

/** What was found of an investor's strength and risk (尽调), each time it was looked at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table diligences (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      strength text not null check (strength in ('强', '中', '弱')),
      risk text not null check (risk in ('无', '低', '中', '高')),
      words text,
      source text,
      checked_on day not null,
      checked_by integer not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, checked_by) references people
    );
    create index diligences_project on diligences (org_id, project_id, id);
    select wall('diligences'::regclass);
  `.execute(db);
}
