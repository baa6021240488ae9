import { sql } from 'kysely';
import { toJson } from './json-column.ts';
import type { OrgTx } from './org-transaction.ts';

/** A message that will leave once the transaction is committed. `body` is a reply, not yet sealed. */
export interface NewMessage {
  /** UUID version 7: sorts by time. */
  readonly id: string;
  readonly class: 'reply' | 'post' | 'escalation' | 'notice' | 'update';
  /** The same key is never sent twice. */
  readonly dedupeKey: string;
  readonly platform: string;
  readonly workspace: string;
  readonly chatExternalId: string;
  readonly chatKind: 'group' | 'direct';
  readonly personExternalId?: string;
  readonly answerTo?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly late?: boolean;
  /** Not before this instant (quiet hours). */
  readonly notBefore?: Date;
}

/** Puts a message into the outbox; false when its key is there already. */
export async function insertMessage(tx: OrgTx, message: NewMessage, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('outbox')
    .values({
      id: message.id,
      org_id: tx.orgId,
      class: message.class,
      dedupe_key: `${tx.orgId}:${message.dedupeKey}`,
      platform: message.platform,
      workspace: message.workspace,
      chat_external_id: message.chatExternalId,
      chat_kind: message.chatKind,
      person_external_id: message.personExternalId ?? null,
      answer_to: message.answerTo ? toJson(message.answerTo) : null,
      body: toJson(message.body),
      late: message.late ?? false,
      not_before: message.notBefore ?? null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Where a person can be reached directly: the newest approved identity. */
export interface Address {
  readonly personId: number;
  readonly platform: string;
  readonly workspace: string;
  readonly externalId: string;
}

/**
 * Addresses of people of this org; people without an approved identity are left out. Where the direct chat is filed by the
 * same id in other letters, those letters count: WeCom knows accounts in any case, but chats only as it writes them.
 */
export async function addressesOf(tx: OrgTx, personIds: readonly number[]): Promise<readonly Address[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<Address>`
    select distinct on (i.person_id) i.person_id as "personId", i.platform, i.workspace,
      coalesce(c.external_id, i.external_id) as "externalId"
    from identities i
    left join chats c on c.org_id = i.org_id and c.platform = i.platform and c.workspace = i.workspace
      and c.kind = 'direct' and lower(c.external_id) = lower(i.external_id) and c.external_id <> i.external_id
    where i.org_id = ${tx.orgId} and i.person_id = any(${[...personIds]}) and i.state = 'approved'
    order by i.person_id, i.asked_at desc`.execute(tx.sql);
  return rows;
}

/** A chat of this org with its address, or null. */
export async function findChat(tx: OrgTx, id: number) {
  const row = await tx.sql
    .selectFrom('chats')
    .select(['id', 'platform', 'workspace', 'external_id as externalId', 'kind', 'name', 'rests_since as restsSince'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
