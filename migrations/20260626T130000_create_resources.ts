import { type Kysely, sql } from 'kysely';

/** People and bodies outside who help (资源): natives, chambers, ambassadors, funds, liaison points; money that is expected. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table resources (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      kind text not null,
      name text not null,
      region text,
      about text,
      mobile text,
      keeper_id integer not null,
      unit_id integer,
      touched_on day not null,
      last_words text,
      closed boolean not null default false,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, keeper_id) references people,
      foreign key (org_id, unit_id) references units
    );
    create index resources_quiet on resources (org_id, keeper_id, touched_on) where not closed;
    create table expected_entries (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      kind text not null check (kind in ('funds', 'fixed-assets', 'foreign-capital')),
      month day not null check (extract(day from month) = 1),
      amount money_wan not null check (amount > 0),
      likelihood integer check (likelihood between 0 and 100),
      told_by integer not null,
      told_at timestamptz not null,
      dropped boolean not null default false,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, project_id, kind, month),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, told_by) references people
    );
    select wall(name::regclass) from unnest(array['resources', 'expected_entries']) as name;
  `.execute(db);
}
