import type { Generated } from 'kysely';

/** A row of `webhooks`. */
export interface WebhookRow {
  org_id: Generated<number>;
  id: number;
  url: string;
  secret: string;
  events: string[];
  inside: Generated<boolean>;
  created_at: Date;
  rests_since: Date | null;
  rests_why: string | null;
  version: Generated<number>;
}
