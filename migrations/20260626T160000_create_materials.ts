import { type Kysely, sql } from 'kysely';

/** Materials to send (资料), effects told of projects (成效), and days that people keep at posts outside (驻点). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table materials (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      title text not null,
      link text,
      file_id uuid,
      uses integer not null default 0,
      closed boolean not null default false,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, file_id) references files,
      check (link is not null or file_id is not null)
    );
    create unique index materials_title on materials (org_id, title) where not closed;
    create table effects (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      kind text not null,
      amount money_wan not null check (amount >= 0),
      told_on day not null,
      told_by integer not null,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, project_id, kind),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, told_by) references people
    );
    create table post_days (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      person_id integer not null,
      kept_on day not null,
      place text not null,
      words text,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, person_id, kept_on),
      foreign key (org_id, person_id) references people
    );
    select wall(name::regclass) from unnest(array['materials', 'effects', 'post_days']) as name;
  `.execute(db);
}
