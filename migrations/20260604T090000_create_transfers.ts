import { type Kysely, sql } from 'kysely';

/** Transfers of a project to another unit with shares of the credit (跨区域流转和利益共享), confirmed by both sides and staff. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table transfers (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      from_unit_id integer not null,
      to_unit_id integer not null,
      from_share numeric(9, 8) not null check (from_share > 0 and from_share < 1),
      reason text,
      state text not null default 'proposed' check (state in ('proposed', 'accepted', 'done', 'refused')),
      proposed_by integer not null,
      proposed_at timestamptz not null,
      accepted_by integer,
      accepted_at timestamptz,
      decided_by integer,
      decided_at timestamptz,
      refused_reason text,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, from_unit_id) references units,
      foreign key (org_id, to_unit_id) references units,
      check (from_unit_id <> to_unit_id)
    );
    create unique index transfers_open on transfers (org_id, project_id) where state in ('proposed', 'accepted');
    select wall('transfers');
  `.execute(db);
}
