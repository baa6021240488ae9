import { type Kysely, sql } from 'kysely';

/** Orgs, the routing tables that lead a delivery to its org, and the intake and delivery tables that cross orgs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`
    create table orgs (
      id integer generated always as identity primary key,
      name text not null unique,
      parent_id integer references orgs,
      time_zone text not null default 'Asia/Shanghai',
      settings jsonb not null default '{}',
      sample boolean not null default false,
      roster_version integer not null default 1,
      created_at timestamptz not null default now()
    );
    create table workspaces (
      platform text not null,
      workspace text not null,
      org_id integer not null references orgs,
      primary key (platform, workspace)
    );
    create table inbox (
      platform text not null,
      workspace text not null,
      source text not null,
      key text not null,
      org_id integer,
      payload_hash text not null,
      payload jsonb,
      state text not null default 'received' check (state in ('received', 'done')),
      attempts integer not null default 0,
      replies jsonb,
      received_at timestamptz not null default now(),
      done_at timestamptz,
      primary key (platform, workspace, source, key)
    );
    create index inbox_open on inbox (received_at) where state = 'received';
    create index inbox_age on inbox (received_at);
    create table outbox (
      id uuid primary key,
      org_id integer not null references orgs,
      class text not null check (class in ('reply', 'post', 'escalation', 'notice', 'update')),
      dedupe_key text not null unique,
      platform text not null,
      workspace text not null,
      chat_external_id text not null,
      chat_kind text not null check (chat_kind in ('group', 'direct')),
      person_external_id text,
      answer_to jsonb,
      body jsonb not null,
      state text not null default 'pending'
        check (state in ('pending', 'sending', 'sent', 'failed', 'unknown', 'held', 'dropped')),
      attempt integer not null default 0,
      owner text,
      started_at timestamptz,
      lease_until timestamptz,
      not_before timestamptz,
      platform_reference text,
      resent boolean not null default false,
      late boolean not null default false,
      last_error text,
      created_at timestamptz not null default now(),
      sent_at timestamptz
    );
    create index outbox_open on outbox (platform, workspace, chat_external_id, id)
      where state in ('pending', 'sending', 'unknown');
    create table post_ledger (
      org_id integer not null references orgs,
      report text not null,
      period text not null,
      chat_id integer not null,
      due_at timestamptz not null,
      state text not null check (state in ('posted', 'listed', 'empty')),
      late boolean not null default false,
      outbox_id uuid,
      report_id integer,
      recorded_at timestamptz not null default now(),
      primary key (org_id, report, period, chat_id)
    );
    create table ticks (
      org_id integer primary key references orgs,
      judged_to timestamptz not null
    );
  `.execute(db);
}
