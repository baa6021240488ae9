import { type Kysely, sql } from 'kysely';

/** Leads and projects (one record), their dated events, contacts and shares. Money in 万元, foreign money in 万美元. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create domain money_wan as numeric(20, 6) check (value <> 'NaN' and abs(value) < 1000000000000);
    create domain day as date check (value between '1990-01-01' and '2100-12-31');
    create table projects (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      name text not null,
      investor text,
      investor_key text,
      credit_code text,
      chain text,
      chain_node text,
      industry text,
      investment_wan money_wan,
      investment_max_wan money_wan,
      approximate boolean not null default false,
      agreement_wan money_wan,
      fixed_assets_plan_wan money_wan,
      foreign_plan_wan_usd money_wan,
      other_currency jsonb,
      foreign_funded boolean not null default false,
      project_type text not null default '内资',
      investor_region text,
      origin text check (origin in ('local', 'province', 'outside', 'overseas')),
      land_mu money_wan,
      plant_area_m2 money_wan,
      jobs integer,
      output_wan money_wan,
      tax_wan money_wan,
      source_method text,
      referrer text,
      site text,
      next_step text,
      next_step_on day,
      unit_id integer,
      leader text,
      team text,
      plan text,
      service_officer text,
      tags text[] not null default '{}',
      key_project boolean not null default false,
      stage text not null,
      stage_state text not null default 'verified' check (stage_state in ('reported', 'verified', 'returned')),
      stage_on day not null,
      lost_reason text,
      first_unit_id integer,
      first_reported_by integer,
      first_reported_at timestamptz not null,
      protected_from timestamptz not null,
      last_progress_on day not null,
      warned_on day,
      pool_since day,
      pool_from_unit_id integer,
      adjudication text not null default 'clear' check (adjudication in ('clear', 'pending', 'refused')),
      duplicate_of integer,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, unit_id) references units,
      foreign key (org_id, first_unit_id) references units,
      foreign key (org_id, first_reported_by) references people
    );
    create index projects_unit on projects (org_id, unit_id, stage);
    create index projects_stage on projects (org_id, stage, last_progress_on);
    create index projects_reported on projects (org_id, first_reported_at) include (first_unit_id);
    create index projects_code on projects (org_id, credit_code) where credit_code is not null;
    create index projects_key on projects using gin (investor_key gin_trgm_ops);
    create table project_contacts (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      name text,
      title text,
      mobile text,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects
    );
    create index contacts_project on project_contacts (org_id, project_id);
    create index contacts_mobile on project_contacts (org_id, mobile);
    create table project_events (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      kind text not null check (kind in ('stage', 'progress', 'claim', 'hand-over', 'release', 'amend')),
      from_stage text,
      to_stage text,
      agreement_wan money_wan,
      occurred_on day not null,
      note text,
      evidence jsonb not null default '{}',
      unit_id integer,
      state text not null default 'verified' check (state in ('reported', 'verified', 'returned')),
      reported_by integer,
      reported_at timestamptz not null,
      verified_by integer,
      verified_at timestamptz,
      returned_reason text,
      booked_on day,
      late boolean not null default false,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects
    );
    create index events_project on project_events (org_id, project_id, id);
    create index events_booked on project_events (org_id, to_stage, booked_on) include (project_id, agreement_wan)
      where state = 'verified' and kind = 'stage';
    create index events_open on project_events (org_id, id) where state = 'reported';
    create index events_reported on project_events (org_id, reported_at);
    create table project_shares (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      unit_id integer not null,
      share numeric(9, 8) not null check (share > 0 and share <= 1),
      from_on day not null,
      to_on day,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, unit_id) references units
    );
    create index shares_project on project_shares (org_id, project_id, from_on);
    select wall(name::regclass) from unnest(array[
      'projects', 'project_contacts', 'project_events', 'project_shares']) as name;
  `.execute(db);
}
