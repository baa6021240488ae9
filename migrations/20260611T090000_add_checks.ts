import { type Kysely, sql } from 'kysely';

/** Objections to flags (异议), and figures of other places (对标). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table objections (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      period text not null,
      unit_id integer not null,
      person_id integer not null,
      text text not null,
      at timestamptz not null,
      verdict text check (verdict in ('upheld', 'dismissed')),
      answer text,
      answered_by integer,
      answered_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, unit_id) references units,
      foreign key (org_id, person_id) references people,
      foreign key (org_id, answered_by) references people
    );
    create index objections_period on objections (org_id, period, id);
    create table peer_figures (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      place text not null,
      ours boolean not null default false,
      metric text not null,
      period text not null,
      value money_wan not null,
      source text,
      entered_by integer not null,
      entered_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, period, metric, place),
      foreign key (org_id, entered_by) references people
    );
    select wall(name::regclass) from unnest(array['objections', 'peer_figures']) as name;
  `.execute(db);
}
