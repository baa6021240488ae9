import { type Kysely, sql } from 'kysely';

/** Evidence: kept files that prove a stage move or a ledger entry. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table evidence (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      project_id integer not null,
      event_id integer,
      entry_id integer,
      file_id uuid not null,
      sha256 text not null,
      label text,
      added_by integer not null,
      added_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, project_id) references projects,
      foreign key (org_id, event_id) references project_events,
      foreign key (org_id, entry_id) references entries,
      foreign key (org_id, file_id) references files,
      foreign key (org_id, added_by) references people,
      check (event_id is null or entry_id is null)
    );
    create index evidence_project on evidence (org_id, project_id, id);
    create index evidence_hash on evidence (org_id, sha256);
    create index evidence_event on evidence (org_id, event_id) where event_id is not null;
    create index evidence_entry on evidence (org_id, entry_id) where entry_id is not null;
    select wall('evidence');
  `.execute(db);
}
