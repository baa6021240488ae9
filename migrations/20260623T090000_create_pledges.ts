import { type Kysely, sql } from 'kysely';

/** Pledges (军令状): who signed for a unit's targets of a year, when, with the signed paper. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pledges (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      unit_id integer not null,
      year integer not null,
      signatory text not null,
      signed_on date not null,
      text text,
      file_id uuid,
      recorded_by integer not null,
      recorded_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, unit_id, year),
      foreign key (org_id, unit_id) references units,
      foreign key (org_id, file_id) references files,
      foreign key (org_id, recorded_by) references people
    );
    select wall('pledges');
  `.execute(db);
}
