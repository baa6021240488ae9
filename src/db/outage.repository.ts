import { sql } from 'kysely';
import type { OrgTx } from './org-transaction.ts';

/** Says that we live at this instant; gives when that was said before, or null. Of two at once the second sees the first. */
export async function sayAlive(tx: OrgTx, now: Date): Promise<Date | null> {
  const row = await tx.sql
    .selectFrom('ticks')
    .select('alive_at')
    .where('org_id', '=', tx.orgId)
    .forUpdate()
    .executeTakeFirst();
  await sql`update ticks set alive_at = greatest(alive_at, ${now}) where org_id = ${tx.orgId}`.execute(tx.sql);
  return row?.alive_at ?? null;
}

/** A chat where people spoke to us. */
export interface ActiveChat {
  readonly platform: string;
  readonly workspace: string;
  readonly externalId: string;
  readonly kind: 'group' | 'direct';
}

/** Chats of this org in which people spoke in a span of time, on platforms that bring no message twice as long as we were gone. */
export async function activeChats(tx: OrgTx, from: Date, to: Date): Promise<readonly ActiveChat[]> {
  const { rows } = await sql<ActiveChat>`
    select distinct platform, workspace, payload->'chat'->>'externalId' as "externalId", payload->'chat'->>'kind' as kind
    from inbox where org_id = ${tx.orgId} and received_at between ${from} and ${to}
      and platform not in ('web', 'memory', 'button') and payload->'chat'->>'externalId' is not null`.execute(tx.sql);
  return rows;
}
