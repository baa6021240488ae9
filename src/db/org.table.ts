import type { Generated, GeneratedAlways } from 'kysely';
import type { DefaultedJsonColumn, JsonColumn, NullableJsonColumn } from './json-column.ts';

/** A row of `orgs`. */
export interface OrgRow {
  id: GeneratedAlways<number>;
  name: string;
  parent_id: number | null;
  time_zone: Generated<string>;
  settings: DefaultedJsonColumn;
  sample: Generated<boolean>;
  roster_version: Generated<number>;
  created_at: Generated<Date>;
  version: Generated<number>;
}

/** A row of `workspaces`. */
export interface WorkspaceRow {
  platform: string;
  workspace: string;
  org_id: number;
}

/** A row of `inbox`. */
export interface InboxRow {
  platform: string;
  workspace: string;
  source: string;
  key: string;
  org_id: number | null;
  payload_hash: string;
  payload: NullableJsonColumn;
  state: Generated<'received' | 'done'>;
  attempts: Generated<number>;
  replies: NullableJsonColumn;
  received_at: Generated<Date>;
  done_at: Date | null;
}

/** A row of `outbox`. */
export interface OutboxRow {
  id: string;
  org_id: number;
  class: 'reply' | 'post' | 'escalation' | 'notice' | 'update';
  dedupe_key: string;
  platform: string;
  workspace: string;
  chat_external_id: string;
  chat_kind: 'group' | 'direct';
  person_external_id: string | null;
  answer_to: NullableJsonColumn;
  body: JsonColumn;
  state: Generated<'pending' | 'sending' | 'sent' | 'failed' | 'unknown' | 'held' | 'dropped'>;
  attempt: Generated<number>;
  owner: string | null;
  started_at: Date | null;
  lease_until: Date | null;
  not_before: Date | null;
  platform_reference: string | null;
  resent: Generated<boolean>;
  parts_sent: Generated<number>;
  faults: Generated<number>;
  aside: Generated<boolean>;
  first_tried_at: Date | null;
  late: Generated<boolean>;
  last_error: string | null;
  created_at: Generated<Date>;
  sent_at: Date | null;
}

/** A row of `post_ledger`. */
export interface PostLedgerRow {
  org_id: number;
  report: string;
  period: string;
  chat_id: number;
  due_at: Date;
  state: 'posted' | 'listed' | 'empty';
  late: Generated<boolean>;
  outbox_id: string | null;
  report_id: number | null;
  recorded_at: Generated<Date>;
}

/** A row of `ticks`. */
export interface TickRow {
  org_id: number;
  judged_to: Date;
  alive_at: Date | null;
}

/** A row of `send_rates`: a bucket of calls and the instant it is full again, in milliseconds since 1970. */
export interface SendRateRow {
  key: string;
  points: Generated<number>;
  expire: string | null;
}

/** A row of `handovers`. */
export interface HandoverRow {
  key: string;
  opened_at: Generated<Date>;
  body: NullableJsonColumn;
  laid_at: Date | null;
  fetched_at: Date | null;
  closed: Generated<boolean>;
}

/** A row of `kept_values`. */
export interface KeptValueRow {
  name: string;
  value: string;
  good_until: Date;
}

/** A row of `leases`. */
export interface LeaseRow {
  name: string;
  owner: string;
  held_until: Date;
  state: string | null;
  noted_at: Date | null;
}
