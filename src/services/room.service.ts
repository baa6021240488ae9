import { insertChat, listOrgs, loadOrg, type Org } from '../db/org.repository.ts';
import {
  countUnread,
  giveIdentities,
  insertRoomMessage,
  lastMessages,
  listRoomChats,
  listRoomPeople,
  lockRoom,
  messagesAfter,
  messagesBefore,
  type RoomChat,
  type RoomMessage,
  type RoomPerson,
  roomWorkspace,
} from '../db/room.repository.ts';
import { cleanText } from '../reading/clean.ts';
import type { Db, OrgTx } from './transaction.ts';

export type { RoomChat, RoomMessage };

/** A person of the room with the identity they speak under. */
export interface Speaker extends RoomPerson {
  readonly externalId: string;
}

/** The built-in chat of one org: who is there, and which chats. */
export interface Room {
  readonly orgId: number;
  readonly orgName: string;
  readonly mainChat: string;
  readonly workspace: string;
  readonly people: readonly Speaker[];
  readonly chats: readonly RoomChat[];
}

/** The org people may try without signing in; null when there is none. */
export async function sampleOrg(db: Db): Promise<Org | null> {
  return (await listOrgs(db)).find((org) => org.sample) ?? null;
}

/**
 * Opens the room: files its workspace, gives everybody an identity in it and makes a main group where there is no group.
 * What is there already is left as it is.
 */
export async function openRoom(tx: OrgTx): Promise<Room> {
  const org = await loadOrg(tx);
  const seen = await readRoom(tx, org);
  if (seen) return seen;
  await lockRoom(tx);
  const workspace = await roomWorkspace(tx);
  const people = await listRoomPeople(tx, workspace);
  await giveIdentities(
    tx,
    workspace,
    people.filter((person) => person.externalId === null).map((person) => person.id),
  );
  const chats = await listRoomChats(tx, workspace);
  if (!chats.some((chat) => chat.kind === 'group')) await openMainGroup(tx, org, workspace);
  const room = await readRoom(tx, org);
  if (!room) throw new Error(`the room of org ${tx.orgId} did not open`);
  return room;
}

async function readRoom(tx: OrgTx, org: Org): Promise<Room | null> {
  const workspace = await roomWorkspace(tx);
  const people = await listRoomPeople(tx, workspace);
  const chats = await listRoomChats(tx, workspace);
  const speakers = people.filter((person): person is Speaker => person.externalId !== null);
  if (speakers.length < people.length || !chats.some((chat) => chat.kind === 'group')) return null;
  return { orgId: org.id, orgName: org.name, mainChat: org.settings.mainChat, workspace, people: speakers, chats };
}

const openMainGroup = (tx: OrgTx, org: Org, workspace: string): Promise<number> =>
  insertChat(tx, {
    platform: 'web',
    workspace,
    externalId: 'main',
    kind: 'group',
    name: org.settings.mainChat || `${org.name}招商工作群`,
  });

/** The chat of an address in the room; a direct chat that was not there is made. */
export async function roomChat(tx: OrgTx, room: Room, externalId: string): Promise<RoomChat | null> {
  const known = room.chats.find((chat) => chat.externalId === externalId);
  if (known) return known;
  const person = room.people.find((one) => one.externalId === externalId);
  if (!person) return null;
  await lockRoom(tx);
  const again = (await listRoomChats(tx, room.workspace)).find((chat) => chat.externalId === externalId);
  if (again) return again;
  const made = { externalId, kind: 'direct' as const, name: person.name, personId: person.id };
  const id = await insertChat(tx, { ...made, platform: 'web', workspace: room.workspace });
  return { ...made, id, unitId: null };
}

/** The groups a person sees: the org's and their own unit's; leaders and staff see all. */
export const visibleChats = (room: Room, person: Speaker): readonly RoomChat[] =>
  room.chats.filter((chat) => maySee(person, chat));

/** Whether a person is in a chat. */
export function maySee(person: Speaker, chat: RoomChat): boolean {
  if (chat.kind === 'direct') return chat.externalId === person.externalId;
  const everywhere = person.role === 'staff' || person.role === 'admin' || person.role === 'leader';
  return everywhere || chat.unitId === null || chat.unitId === person.unitId;
}

/** Keeps a message, its texts cleaned of what no database takes; null when one with the same `once` is there already. */
export const keepMessage = (tx: OrgTx, message: Parameters<typeof insertRoomMessage>[1]): Promise<number | null> =>
  insertRoomMessage(tx, { ...message, body: clean(message.body) });

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
}

export { countUnread, lastMessages, messagesAfter, messagesBefore };
