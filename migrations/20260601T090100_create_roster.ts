import { type Kysely, sql } from 'kysely';

/** People, units, chats, settings of one org. From here on every table is walled by row-level security. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function wall(target regclass) returns void language plpgsql as $$
    begin
      execute format('alter table %s enable row level security', target);
      execute format('alter table %s force row level security', target);
      execute format('create policy of_org on %s using (org_id = current_setting(''app.org_id'')::integer)', target);
    end $$;
    create table counters (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      kind text not null,
      value integer not null,
      primary key (org_id, kind)
    );
    create table units (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      name text not null,
      kind text not null,
      ranking_group text,
      aliases text[] not null default '{}',
      sort_order integer not null default 0,
      assessed boolean not null default true,
      starts_on date,
      ends_on date,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, name)
    );
    create table people (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      name text not null,
      title text,
      unit_id integer,
      mobile text,
      role text not null check (role in ('member', 'liaison', 'head', 'leader', 'staff', 'admin')),
      disabled boolean not null default false,
      away_to integer,
      mutes text[] not null default '{}',
      version integer not null default 1,
      primary key (org_id, id),
      foreign key (org_id, unit_id) references units
    );
    create index people_mobile on people (org_id, mobile);
    create function bump_roster() returns trigger language plpgsql as $$
    begin
      update orgs set roster_version = roster_version + 1 where id = coalesce(new.org_id, old.org_id);
      return null;
    end $$;
    create trigger units_bump after insert or update or delete on units for each row execute function bump_roster();
    create trigger people_bump after insert or update or delete on people for each row execute function bump_roster();
    create table identities (
      org_id integer not null references orgs,
      platform text not null,
      workspace text not null,
      external_id text not null,
      person_id integer not null,
      state text not null check (state in ('asked', 'approved')),
      asked_at timestamptz not null default now(),
      approved_by integer,
      primary key (platform, workspace, external_id),
      foreign key (org_id, person_id) references people
    );
    create index identities_person on identities (org_id, person_id);
    create table chats (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      platform text not null,
      workspace text not null,
      external_id text not null,
      kind text not null check (kind in ('group', 'direct')),
      name text not null,
      unit_id integer,
      person_id integer,
      subscriptions text[] not null default '{}',
      webhook text,
      last_active_at timestamptz,
      version integer not null default 1,
      primary key (org_id, id),
      unique (org_id, platform, workspace, external_id),
      foreign key (org_id, unit_id) references units,
      foreign key (org_id, person_id) references people
    );
    create table audit (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id bigint generated always as identity,
      at timestamptz not null,
      person_id integer,
      platform text not null,
      message_key text not null,
      command text not null,
      outcome text not null check (outcome in ('done', 'refused', 'denied', 'fault')),
      subject text,
      detail text,
      changes jsonb not null default '[]',
      reply text,
      undone boolean not null default false,
      primary key (org_id, id)
    );
    create index audit_person on audit (org_id, person_id, id desc);
    create index audit_subject on audit (org_id, subject, id desc);
    create table pending (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id integer not null,
      chat_id integer not null,
      person_id integer not null,
      command text not null,
      action text not null,
      args jsonb not null,
      state text not null default 'open' check (state in ('open', 'used', 'dropped')),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      version integer not null default 1,
      primary key (org_id, id)
    );
    create index pending_open on pending (org_id, chat_id, person_id) where state = 'open';
    create table files (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id uuid not null,
      name text not null,
      mime text not null,
      size integer not null,
      sha256 text not null,
      bytes bytea not null,
      created_at timestamptz not null default now(),
      primary key (org_id, id)
    );
    create table messages (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      id bigint generated always as identity,
      chat_id integer not null,
      person_id integer,
      body jsonb not null,
      at timestamptz not null,
      outbox_id uuid unique,
      primary key (org_id, id),
      foreign key (org_id, chat_id) references chats
    );
    create index messages_chat on messages (org_id, chat_id, id);
    create table login_links (
      token_hash text primary key,
      org_id integer not null references orgs,
      person_id integer not null,
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create table sessions (
      token_hash text primary key,
      org_id integer not null references orgs,
      person_id integer not null,
      role text not null,
      created_at timestamptz not null,
      seen_at timestamptz not null,
      ended_at timestamptz
    );
    create table api_tokens (
      token_hash text primary key,
      org_id integer not null references orgs,
      name text not null,
      created_at timestamptz not null default now(),
      revoked_at timestamptz
    );
    select wall(name::regclass) from unnest(array[
      'counters', 'units', 'people', 'chats', 'audit', 'pending', 'files', 'messages']) as name;
  `.execute(db);
}
