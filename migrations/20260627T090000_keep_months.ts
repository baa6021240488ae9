import { type Kysely, sql } from 'kysely';

/**
 * The figures of months that are over, so that a board does not count a year's rows each time. Only a copy: whatever changes
 * a row of a month (or a share, for all months) forgets the copy in the same transaction. Counting for a copy and changing
 * rows shut each other out by advisory locks (org, yyyymm; 0 for shares), so that a copy never misses a change.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table kept_months (
      org_id integer not null default current_setting('app.org_id')::integer references orgs,
      month text not null,
      known_at timestamptz,
      facts jsonb not null,
      primary key (org_id, month)
    );
    select wall('kept_months');
    create function forget_month(org integer, booked date) returns void language plpgsql as $$
    begin
      if booked is null then return; end if;
      perform pg_advisory_xact_lock_shared(org, to_char(booked, 'YYYYMM')::integer);
      delete from kept_months where org_id = org and month = to_char(booked, 'YYYY-MM');
    end $$;
    create function forget_months_of_row() returns trigger language plpgsql as $$
    begin
      if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'what counts is changed in read committed only';
      end if;
      if tg_op <> 'INSERT' then perform forget_month(old.org_id, old.booked_on); end if;
      if tg_op <> 'DELETE' then perform forget_month(new.org_id, new.booked_on); end if;
      return null;
    end $$;
    create function forget_all_months() returns trigger language plpgsql as $$
    declare org integer := coalesce(new.org_id, old.org_id);
    begin
      perform pg_advisory_xact_lock_shared(org, 0);
      delete from kept_months where org_id = org;
      return null;
    end $$;
    create trigger forget_months after insert or update or delete on entries
      for each row execute function forget_months_of_row();
    create trigger forget_months after insert or update or delete on project_events
      for each row execute function forget_months_of_row();
    create trigger forget_months after insert or update or delete on project_shares
      for each row execute function forget_all_months();
  `.execute(db);
}
