import { type Kysely, sql } from 'kysely';

/** Good work that was recognised in the chat (表扬): of a person or of a unit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table praises (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      person_id integer,
      unit_id integer,
      text text not null,
      praised_on day not null,
      by_id integer not null,
      at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, person_id) references people,
      foreign key (org_id, unit_id) references units,
      foreign key (org_id, by_id) references people,
      check (num_nonnulls(person_id, unit_id) = 1)
    );
    create index praises_on on praises (org_id, praised_on);
    select wall('praises'::regclass);
  `.execute(db);
}
