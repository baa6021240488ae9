import { type Kysely, sql } from 'kysely';

/** Work handed over from one person to another; answers owed to referrers; leads given by people outside (荐商). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table successions (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      from_person integer not null,
      to_person integer not null,
      reason text,
      state text not null default 'asked' check (state in ('asked', 'done', 'refused')),
      asked_by integer not null,
      asked_at timestamptz not null,
      from_signed_by integer,
      from_signed_at timestamptz,
      to_signed_at timestamptz,
      moved jsonb not null default '[]',
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, from_person) references people,
      foreign key (org_id, to_person) references people,
      foreign key (org_id, asked_by) references people,
      check (from_person <> to_person)
    );
    create table referrer_replies (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      step text not null,
      due_on day not null,
      replied_by integer,
      replied_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, project_id, step),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, replied_by) references people
    );
    create index referrer_replies_open on referrer_replies (org_id, due_on) where replied_at is null;
    create table tips (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      text text not null,
      sender_name text,
      platform text not null,
      workspace text not null,
      sender_external_id text not null,
      chat_id integer not null,
      given_at timestamptz not null,
      state text not null default 'new' check (state in ('new', 'taken', 'declined')),
      project_id integer,
      answer text,
      decided_by integer,
      decided_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, chat_id) references chats,
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, decided_by) references people
    );
    create index tips_open on tips (org_id, id) where state = 'new';
    select wall(name::regclass) from unnest(array['successions', 'referrer_replies', 'tips']) as name;
  `.execute(db);
}
