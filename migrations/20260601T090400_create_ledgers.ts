import { type Kysely, sql } from 'kysely';

/** Money entries, closings, targets, schemes, reports. `amount` is 万元, or 万美元 for the kinds counted so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table entries (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      kind text not null check (kind in ('funds', 'fixed-assets', 'foreign-capital', 'tax', 'output', 'trade')),
      amount money_wan not null check (amount <> 0),
      occurred_on day not null,
      voucher text,
      note text,
      unit_id integer,
      outside boolean not null default true,
      state text not null default 'reported' check (state in ('reported', 'verified', 'returned', 'reversed')),
      reverses_id integer,
      reported_by integer not null,
      reported_at timestamptz not null,
      verified_by integer,
      verified_at timestamptz,
      returned_reason text,
      booked_on day,
      late boolean not null default false,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, reverses_id) references entries,
      check ((reverses_id is null) = (amount > 0))
    );
    create unique index entries_reversed_once on entries (org_id, reverses_id) where reverses_id is not null;
    create index entries_booked on entries (org_id, kind, booked_on) include (unit_id, project_id, amount)
      where booked_on is not null;
    create index entries_project on entries (org_id, project_id, id);
    create index entries_open on entries (org_id, id) where state = 'reported';
    create table closings (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      month text not null,
      cut_off timestamptz not null,
      closed_at timestamptz not null,
      primary key (org_id, month)
    );
    create table targets (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      unit_id integer not null,
      metric text not null,
      year integer not null,
      annual money_wan not null check (annual >= 0),
      quarters numeric(20, 6)[],
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, unit_id, metric, year),
      foreign key (org_id, unit_id) references units
    );
    create table schemes (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      name text not null,
      edition integer not null,
      body jsonb not null,
      active_from day not null,
      draft boolean not null default false,
      created_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, name, edition)
    );
    create table reports (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      kind text not null,
      period text not null,
      edition integer not null default 1,
      scheme_id integer,
      cut_off timestamptz not null,
      inputs jsonb not null,
      model jsonb not null,
      hash text not null,
      published_at timestamptz not null,
      corrects_id integer,
      correction text,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, kind, period, edition)
    );
    create table report_files (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      report_id integer not null,
      name text not null,
      file_id uuid not null,
      alt text,
      primary key (org_id, report_id, name),
      foreign key (org_id, report_id) references reports,
      foreign key (org_id, file_id) references files
    );
    select wall(name::regclass) from unnest(array[
      'entries', 'closings', 'targets', 'schemes', 'reports', 'report_files']) as name;
  `.execute(db);
}
