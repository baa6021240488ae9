import { type Kysely, sql } from 'kysely';

/** Parcels and plants that are offered (载体), and the projects that have taken land there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table places (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      name text not null,
      kind text not null check (kind in ('土地', '厂房', '存量')),
      unit_id integer,
      land_mu money_wan check (land_mu > 0),
      plant_m2 integer check (plant_m2 > 0),
      price text,
      chains text[] not null default '{}',
      terms text[] not null default '{}',
      closed boolean not null default false,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, unit_id) references units
    );
    create unique index places_name on places (org_id, name) where not closed;
    create table place_uses (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      place_id integer not null,
      project_id integer not null,
      land_mu money_wan not null check (land_mu >= 0),
      given_by integer not null,
      given_at timestamptz not null,
      ended_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, place_id) references places,
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, given_by) references people
    );
    create unique index place_uses_once on place_uses (org_id, place_id, project_id) where ended_at is null;
    create index place_uses_project on place_uses (org_id, project_id) where ended_at is null;
    select wall(name::regclass) from unnest(array['places', 'place_uses']) as name;
  `.execute(db);
}
