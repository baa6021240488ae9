import { type Kysely, sql } from 'kysely';

/** Projects that are packaged for investors (储备), whom they were offered to, and firms to be knocked at (目标企业). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table offers (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      name text not null,
      chain text,
      sought_wan money_wan check (sought_wan > 0),
      site text,
      contact text,
      summary text,
      unit_id integer,
      closed boolean not null default false,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, unit_id) references units
    );
    create unique index offers_name on offers (org_id, name) where not closed;
    create table offer_pitches (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      offer_id integer not null,
      company text not null,
      pitched_on day not null,
      pitched_by integer not null,
      project_id integer,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, offer_id, company),
      foreign key (org_id, offer_id) references offers,
      foreign key (org_id, pitched_by) references people,
      foreign key (org_id, project_id) references projects
    );
    create table target_firms (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      name text not null,
      ranks text[] not null default '{}',
      chain text,
      node text,
      region text,
      unit_id integer,
      keeper_id integer not null,
      state text not null default '未接触' check (state in ('未接触', '已联系', '已拜访', '来考察', '已转线索', '放弃')),
      touched_on day,
      last_words text,
      plan text,
      project_id integer,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, name),
      foreign key (org_id, unit_id) references units,
      foreign key (org_id, keeper_id) references people,
      foreign key (org_id, project_id) references projects
    );
    select wall(name::regclass) from unnest(array['offers', 'offer_pitches', 'target_firms']) as name;
  `.execute(db);
}
