import { type Kysely, sql } from 'kysely';

/** Promises to investors (承诺), requests of enterprises (诉求), and the coordination meetings that problems have had. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table commitments (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      text text not null,
      unit_id integer,
      due_on day not null,
      review_number text,
      state text not null default 'open' check (state in ('open', 'kept')),
      made_by integer not null,
      made_at timestamptz not null,
      kept_on day,
      evidence text,
      kept_by integer,
      kept_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, unit_id) references units
    );
    create index commitments_open on commitments (org_id, due_on) where state = 'open';
    create table requests (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      company text not null,
      project_id integer,
      text text not null,
      kind text not null default '其他',
      unit_id integer,
      due_on day not null,
      state text not null default 'raised' check (state in ('raised', 'handling', 'closed')),
      raised_by integer not null,
      raised_at timestamptz not null,
      accepted_by integer,
      accepted_at timestamptz,
      progress text,
      answer text,
      closed_by integer,
      closed_at timestamptz,
      rating integer check (rating between 1 and 5),
      rating_words text,
      rated_by integer,
      rated_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, unit_id) references units
    );
    create index requests_open on requests (org_id, due_on) where state <> 'closed';
    create table problem_meetings (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      problem_id integer not null,
      held_on day not null,
      text text,
      noted_by integer not null,
      noted_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, problem_id, held_on),
      foreign key (org_id, problem_id) references problems
    );
    select wall(name::regclass) from unnest(array['commitments', 'requests', 'problem_meetings']) as name;
  `.execute(db);
}
