import { type Kysely, sql } from 'kysely';

/** What people thought of the bot's answers (点评). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feedback (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      person_id integer not null,
      verdict text not null check (verdict in ('good', 'bad', 'withdrawn')),
      reasons text[] not null default '{}',
      words text,
      answer text,
      title text,
      at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, person_id) references people
    );
    create unique index feedback_once on feedback (org_id, person_id, answer) where answer is not null;
    select wall('feedback'::regclass);
  `.execute(db);
}
