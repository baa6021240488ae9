import { type Kysely, sql } from 'kysely';

/** Tasks (督办), problems, activities. Lights are computed, never stored; ladder rungs are rows, so each is sent once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tasks (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      title text not null,
      detail text,
      project_id integer,
      source text not null default 'dispatch',
      from_person_id integer not null,
      unit_id integer,
      person_id integer,
      helpers integer[] not null default '{}',
      due_on day not null,
      due_time text,
      urgent boolean not null default false,
      state text not null default 'unsigned' check (state in ('unsigned', 'doing', 'checking', 'done', 'cancelled')),
      created_at timestamptz not null,
      signed_by integer,
      signed_at timestamptz,
      finished_at timestamptz,
      checked_at timestamptz,
      extension_to day,
      extension_reason text,
      redos integer not null default 0,
      urged_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, unit_id) references units,
      foreign key (org_id, person_id) references people,
      check (unit_id is not null or person_id is not null)
    );
    create index tasks_open on tasks (org_id, due_on) where state in ('unsigned', 'doing', 'checking');
    create table task_notes (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      task_id integer not null,
      kind text not null,
      person_id integer,
      text text,
      at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, task_id) references tasks
    );
    create index task_notes_task on task_notes (org_id, task_id, id);
    create table problems (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      text text not null,
      kind text not null default '其他',
      unit_id integer,
      due_on day not null,
      level text,
      measure text,
      answer text,
      meetings integer not null default 0,
      state text not null default 'open' check (state in ('open', 'solved')),
      reported_by integer not null,
      reported_at timestamptz not null,
      solved_by integer,
      solved_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, unit_id) references units
    );
    create index problems_open on problems (org_id, due_on) where state = 'open';
    create table ladder_rungs (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      subject text not null,
      rung text not null,
      sent_at timestamptz not null,
      primary key (org_id, subject, rung)
    );
    create table activities (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      kind text not null,
      from_on day not null,
      to_on day not null,
      regions text[] not null default '{}',
      leader text,
      leader_level text,
      leader_id integer,
      members text[] not null default '{}',
      companies text[] not null default '{}',
      chain text,
      outcome text,
      unit_id integer,
      projects integer[] not null default '{}',
      reported_by integer not null,
      reported_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, unit_id) references units,
      check (to_on >= from_on)
    );
    create index activities_day on activities (org_id, from_on);
    select wall(name::regclass) from unnest(array[
      'tasks', 'task_notes', 'problems', 'ladder_rungs', 'activities']) as name;
  `.execute(db);
}
