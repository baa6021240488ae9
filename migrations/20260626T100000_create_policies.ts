import { type Kysely, sql } from 'kysely';

/** Policies, measures and platforms that an office offers to investors (政策), and for whom each is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table policies (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      title text not null,
      kind text not null,
      gives text not null,
      chains text[] not null default '{}',
      types text[] not null default '{}',
      least_wan money_wan check (least_wan > 0),
      source text,
      valid_to day,
      file_id uuid,
      closed boolean not null default false,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, file_id) references files
    );
    create unique index policies_title on policies (org_id, title) where not closed;
    select wall('policies'::regclass);
  `.execute(db);
}
