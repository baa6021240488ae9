import { type Kysely, sql } from 'kysely';

/** Verdicts of the three books (三本账) with the figures they were made of; a new look is a new row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table evaluations (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      verdict text not null,
      passes integer not null check (passes between 0 and 3),
      veto text,
      inputs jsonb not null,
      evaluated_by integer not null,
      evaluated_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects
    );
    create index evaluations_project on evaluations (org_id, project_id, id desc);
    select wall('evaluations');
  `.execute(db);
}
