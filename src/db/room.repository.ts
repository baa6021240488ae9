import { sql } from 'kysely';
import type { Role } from '../domain/org/access.ts';
import { toJson } from './json-column.ts';
import type { OrgTx } from './org-transaction.ts';

/** The built-in chat's own platform name in `chats`, `identities` and `workspaces`. */
const WEB = 'web';

/** A person as the room lists them. `externalId` is their identity in the room, null before they have one. */
export interface RoomPerson {
  readonly id: number;
  readonly name: string;
  readonly title: string | null;
  readonly role: Role;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly externalId: string | null;
}

/** A chat of the room. */
export interface RoomChat {
  readonly id: number;
  readonly externalId: string;
  readonly kind: 'group' | 'direct';
  readonly name: string;
  readonly unitId: number | null;
  readonly personId: number | null;
}

/** One line of the log. `personId` null: the bot. `body` is what `platforms/web` put there. */
export interface RoomMessage {
  readonly id: number;
  readonly chatId: number;
  readonly personId: number | null;
  readonly body: unknown;
  readonly at: Date;
}

/** The room's workspace of this org, made when there is none. */
export async function roomWorkspace(tx: OrgTx): Promise<string> {
  const found = await tx.sql
    .selectFrom('workspaces')
    .select('workspace')
    .where('platform', '=', WEB)
    .where('org_id', '=', tx.orgId)
    .executeTakeFirst();
  if (found) return found.workspace;
  const workspace = `org-${tx.orgId}`;
  await tx.sql
    .insertInto('workspaces')
    .values({ platform: WEB, workspace, org_id: tx.orgId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return workspace;
}

/** Makes two openings of one room come one after the other. */
export async function lockRoom(tx: OrgTx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`web room ${tx.orgId}`}, 0))`.execute(tx.sql);
}

/** People who are not disabled, in the order of their units. */
export async function listRoomPeople(tx: OrgTx, workspace: string): Promise<readonly RoomPerson[]> {
  return tx.sql
    .selectFrom('people')
    .leftJoin('units', (join) =>
      join.onRef('units.org_id', '=', 'people.org_id').onRef('units.id', '=', 'people.unit_id'),
    )
    .leftJoin('identities', (join) =>
      join
        .onRef('identities.org_id', '=', 'people.org_id')
        .onRef('identities.person_id', '=', 'people.id')
        .on('identities.platform', '=', WEB)
        .on('identities.workspace', '=', workspace)
        .on('identities.state', '=', 'approved'),
    )
    .select([
      'people.id',
      'people.name',
      'people.title',
      'people.role',
      'people.unit_id as unitId',
      'units.name as unitName',
      'identities.external_id as externalId',
    ])
    .where('people.disabled', '=', false)
    .orderBy(sql`units.sort_order nulls first`)
    .orderBy('people.id')
    .execute();
}

/**
 * Gives people their identity in the room. Dated at the epoch, so that a person who is bound on a real platform goes on
 * being told things there.
 */
export async function giveIdentities(tx: OrgTx, workspace: string, personIds: readonly number[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx.sql
    .insertInto('identities')
    .values(
      personIds.map((id) => ({
        org_id: tx.orgId,
        platform: WEB,
        workspace,
        external_id: `p${id}`,
        person_id: id,
        state: 'approved' as const,
        asked_at: new Date(0),
        approved_by: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The room's chats, groups first. */
export async function listRoomChats(tx: OrgTx, workspace: string): Promise<readonly RoomChat[]> {
  return tx.sql
    .selectFrom('chats')
    .select(['id', 'external_id as externalId', 'kind', 'name', 'unit_id as unitId', 'person_id as personId'])
    .where('platform', '=', WEB)
    .where('workspace', '=', workspace)
    .orderBy(sql`kind = 'direct'`)
    .orderBy('id')
    .execute();
}

/** Keeps a message; null when one with the same `once` (a UUID) is there already. */
export async function insertRoomMessage(
  tx: OrgTx,
  message: { chatId: number; personId: number | null; body: unknown; at: Date; once: string },
): Promise<number | null> {
  const row = await tx.sql
    .insertInto('messages')
    .values({
      chat_id: message.chatId,
      person_id: message.personId,
      body: toJson(message.body),
      at: message.at,
      outbox_id: message.once,
    })
    .onConflict((conflict) => conflict.column('outbox_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row ? Number(row.id) : null;
}

/** The newest messages of a chat before an id (null: the very newest), oldest first. */
export async function messagesBefore(
  tx: OrgTx,
  chatId: number,
  before: number | null,
  limit: number,
): Promise<readonly RoomMessage[]> {
  const rows = await tx.sql
    .selectFrom('messages')
    .select(['id', 'chat_id', 'person_id', 'body', 'at'])
    .where('chat_id', '=', chatId)
    .$if(before !== null, (query) => query.where('id', '<', String(before)))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map(toMessage);
}

/** Messages of these chats after an id, oldest first. */
export async function messagesAfter(
  tx: OrgTx,
  chatIds: readonly number[],
  after: number,
  limit: number,
): Promise<readonly RoomMessage[]> {
  if (chatIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('messages')
    .select(['id', 'chat_id', 'person_id', 'body', 'at'])
    .where('chat_id', 'in', chatIds)
    .where('id', '>', String(after))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toMessage);
}

/** The last message of each of these chats that the person may see. */
export async function lastMessages(
  tx: OrgTx,
  chatIds: readonly number[],
  personId: number,
): Promise<readonly RoomMessage[]> {
  if (chatIds.length === 0) return [];
  const { rows } = await sql<Parameters<typeof toMessage>[0]>`
    select last.* from unnest(${[...chatIds]}::integer[]) as wanted(chat)
    cross join lateral (
      select id, chat_id, person_id, body, at from messages
      where org_id = ${tx.orgId} and chat_id = wanted.chat and ${mayRead(personId)}
      order by id desc limit 1) as last`.execute(tx.sql);
  return rows.map(toMessage);
}

/** How many messages of the bot or of others, that the person may see, each chat has after what was read. */
export async function countUnread(
  tx: OrgTx,
  marks: readonly { readonly chatId: number; readonly read: number }[],
  personId: number,
): Promise<ReadonlyMap<number, number>> {
  if (marks.length === 0) return new Map();
  const { rows } = await sql<{ chat_id: number; unread: string }>`
    select m.chat_id, count(*) as unread from messages m
    join unnest(${marks.map((mark) => mark.chatId)}::integer[], ${marks.map((mark) => mark.read)}::bigint[])
      as mark(chat, read) on mark.chat = m.chat_id and m.id > mark.read
    where m.org_id = ${tx.orgId} and m.person_id is distinct from ${personId} and ${mayRead(personId)}
    group by m.chat_id`.execute(tx.sql);
  return new Map(rows.map((row) => [row.chat_id, Number(row.unread)]));
}

/** A private answer names the only person who may read it. */
const mayRead = (personId: number) => sql`(body->>'for' is null or body->>'for' = ${String(personId)})`;

function toMessage(row: {
  id: string | number;
  chat_id: number;
  person_id: number | null;
  body: unknown;
  at: Date;
}): RoomMessage {
  return { id: Number(row.id), chatId: row.chat_id, personId: row.person_id, body: row.body, at: row.at };
}
