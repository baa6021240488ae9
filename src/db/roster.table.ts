import type { Generated, GeneratedAlways } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { DefaultedJsonColumn, JsonColumn } from './json-column.ts';

/** A row of `counters`. */
export interface CounterRow {
  org_id: Generated<number>;
  kind: string;
  value: number;
}

/** A row of `units`. */
export interface UnitRow {
  org_id: Generated<number>;
  id: number;
  name: string;
  kind: string;
  ranking_group: string | null;
  aliases: Generated<string[]>;
  sort_order: Generated<number>;
  assessed: Generated<boolean>;
  starts_on: CalendarDate | null;
  ends_on: CalendarDate | null;
  version: Generated<number>;
}

/** A row of `people`. */
export interface PersonRow {
  org_id: Generated<number>;
  id: number;
  name: string;
  title: string | null;
  unit_id: number | null;
  mobile: string | null;
  role: 'member' | 'liaison' | 'head' | 'leader' | 'staff' | 'admin';
  disabled: Generated<boolean>;
  away_to: number | null;
  mutes: Generated<string[]>;
  version: Generated<number>;
}

/** A row of `identities`. */
export interface IdentityRow {
  org_id: number;
  platform: string;
  workspace: string;
  external_id: string;
  person_id: number;
  state: 'asked' | 'approved';
  asked_at: Generated<Date>;
  approved_by: number | null;
}

/** A row of `chats`. */
export interface ChatRow {
  org_id: Generated<number>;
  id: number;
  platform: string;
  workspace: string;
  external_id: string;
  kind: 'group' | 'direct';
  name: string;
  unit_id: number | null;
  person_id: number | null;
  subscriptions: Generated<string[]>;
  webhook: string | null;
  last_active_at: Date | null;
  rests_since: Date | null;
  rests_why: string | null;
  version: Generated<number>;
}

/** A row of `audit`. */
export interface AuditRow {
  org_id: Generated<number>;
  id: GeneratedAlways<string>;
  at: Date;
  person_id: number | null;
  platform: string;
  message_key: string;
  command: string;
  outcome: 'done' | 'refused' | 'denied' | 'fault';
  subject: string | null;
  detail: string | null;
  changes: DefaultedJsonColumn;
  reply: string | null;
  undone: Generated<boolean>;
}

/** A row of `pending`. */
export interface PendingRow {
  org_id: Generated<number>;
  id: number;
  chat_id: number;
  person_id: number;
  command: string;
  action: string;
  args: JsonColumn;
  state: Generated<'open' | 'used' | 'dropped'>;
  created_at: Date;
  expires_at: Date;
  version: Generated<number>;
}

/** A row of `files`. */
export interface FileRow {
  org_id: Generated<number>;
  id: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  bytes: Buffer;
  created_at: Generated<Date>;
}

/** A row of `messages`. */
export interface MessageRow {
  org_id: Generated<number>;
  id: GeneratedAlways<string>;
  chat_id: number;
  person_id: number | null;
  body: JsonColumn;
  at: Date;
  outbox_id: string | null;
}

/** A row of `login_links`. */
export interface LoginLinkRow {
  token_hash: string;
  org_id: number;
  person_id: number;
  expires_at: Date;
  used_at: Date | null;
}

/** A row of `sessions`. */
export interface SessionRow {
  token_hash: string;
  org_id: number;
  person_id: number;
  role: string;
  created_at: Date;
  seen_at: Date;
  ended_at: Date | null;
}

/** A row of `api_tokens`. */
export interface ApiTokenRow {
  token_hash: string;
  org_id: number;
  name: string;
  created_at: Generated<Date>;
  revoked_at: Date | null;
}
