import { mayEver } from '../../domain/org/access.ts';
import {
  countUnread,
  lastMessages,
  maySee,
  messagesBefore,
  type RoomChat,
  type RoomMessage,
  visibleChats,
} from '../../services/room.service.ts';
import { inOrg } from '../../services/transaction.ts';
import { isForPerson, type MessageBody } from './body.ts';
import { PAGE_MESSAGES } from './limits.ts';
import type { Deps, Viewer } from './viewer.ts';

/** A message as the page gets it. `chat` is the chat's address. */
export interface ShownMessage {
  readonly id: number;
  readonly chat: string;
  readonly person: number | null;
  readonly at: string;
  readonly body: MessageBody;
}

/** Everything the page needs to open: who, which chats with their last line and unread count, words to complete. */
export async function readState({ host }: Deps, viewer: Viewer, marks: string, csrf: string) {
  const { room, person, free } = viewer;
  const chats = chatsOf(viewer);
  const ids = chats.map((chat) => chat.id).filter((id) => id > 0);
  const read = marksOf(marks, chats);
  const [last, unread] = await inOrg(host.db, room.orgId, async (tx) => [
    await lastMessages(tx, ids, person.id),
    await countUnread(tx, read, person.id),
  ]);
  return {
    org: room.orgName,
    free,
    csrf,
    me: person.id,
    newest: Math.max(0, ...last.map((message) => message.id)),
    people: room.people.map(({ id, name, title, role, unitName, externalId }) => ({
      ...{ id, name, role, chat: externalId },
      title: title ?? '',
      unit: unitName ?? '',
    })),
    units: [...new Set(room.people.flatMap((one) => one.unitName ?? []))],
    chats: chats.map((chat) => ({
      ...{ id: chat.externalId, kind: chat.kind, name: chat.kind === 'direct' ? '小招' : chat.name },
      members: room.people.filter((one) => maySee(one, chat)).length,
      unread: unread.get(chat.id) ?? 0,
      last: shown(
        last.find((message) => message.chatId === chat.id),
        chat,
      ),
    })),
    commands: host.book.commands
      .filter((command) => command.ability === 'any' || mayEver(person, command.ability))
      .map(({ name, group, synonyms, initials, english, help, usage, examples }) => ({
        ...{ name, group, help, usage },
        words: [...(synonyms ?? []), initials, ...english],
        example: examples[0],
      })),
  };
}

/** Messages of one chat before an id, oldest first; nothing for a chat the viewer does not see. */
export async function readMessages({ host }: Deps, viewer: Viewer, externalId: string, before: number | null) {
  const chat = chatsOf(viewer).find((one) => one.externalId === externalId);
  if (!chat || chat.id === 0) return { messages: [], more: false };
  const found = await inOrg(host.db, viewer.room.orgId, (tx) => messagesBefore(tx, chat.id, before, PAGE_MESSAGES));
  const messages = found.flatMap((message) => shown(message, chat) ?? []);
  return {
    messages: messages.filter(({ body }) => isForPerson(body, viewer.person.id)),
    more: found.length === PAGE_MESSAGES,
  };
}

/** The viewer's chats; the direct chat with the bot stands there before it has begun (id 0). */
export function chatsOf({ room, person }: Viewer): readonly RoomChat[] {
  const chats = visibleChats(room, person);
  if (chats.some((chat) => chat.kind === 'direct')) return chats;
  const direct = { kind: 'direct' as const, name: person.name, unitId: null, personId: person.id };
  return [...chats, { id: 0, externalId: person.externalId, ...direct }];
}

/** A row of the log as the page gets it. */
export function shown(message: RoomMessage | undefined, chat: RoomChat): ShownMessage | null {
  if (!message) return null;
  const { id, personId, at } = message;
  return { id, chat: chat.externalId, person: personId, at: at.toISOString(), body: message.body as MessageBody };
}

/** "main:12,p3:40" → what was read in each chat; a chat without a mark counts as read. */
function marksOf(text: string, chats: readonly RoomChat[]) {
  return text.split(',').flatMap((mark) => {
    const cut = mark.lastIndexOf(':');
    const chat = chats.find((one) => one.externalId === mark.slice(0, cut));
    const read = mark.slice(cut + 1);
    return chat && chat.id > 0 && /^\d{1,15}$/.test(read) ? [{ chatId: chat.id, read: Number(read) }] : [];
  });
}
