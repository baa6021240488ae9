import { type Kysely, sql } from 'kysely';

/** Addresses of other systems that hear what happens (webhooks), and chats and addresses that take nothing any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhooks (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      url text not null check (length(url) <= 500),
      secret text not null,
      events text[] not null,
      inside boolean not null default false,
      created_at timestamptz not null,
      rests_since timestamptz,
      rests_why text,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, url)
    );
    select wall('webhooks'::regclass);
    alter table chats add column rests_since timestamptz, add column rests_why text;
  `.execute(db);
}
