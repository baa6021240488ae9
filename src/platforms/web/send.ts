import type { Outgoing } from '../../rendering/outgoing.ts';
import { keepMessage, openRoom, roomChat } from '../../services/room.service.ts';
import { inOrg } from '../../services/transaction.ts';
import { DeliveryError, type Sent } from '../platform.ts';
import type { ReplyBody } from './body.ts';
import type { Deps } from './viewer.ts';

/**
 * Puts a message into the log of its chat, where open pages find it within a second. The outbox id is unique there: the
 * same message sent again after doubt is kept once.
 */
export async function sendToRoom({ host, waker }: Deps, message: Outgoing): Promise<Sent> {
  const { orgId, chat, reply, late } = message;
  const kept = await inOrg(host.db, orgId, async (tx) => {
    const room = await openRoom(tx);
    const place = await roomChat(tx, room, chat.externalId);
    if (!place) return null;
    const person = room.people.find((one) => one.externalId === message.personExternalId);
    const body: ReplyBody = {
      kind: 'reply',
      reply,
      ...(reply.private && person && place.kind === 'group' ? { for: person.id } : {}),
      ...(late ? { late: true } : {}),
    };
    await keepMessage(tx, { chatId: place.id, personId: null, body, at: host.now(), once: message.id });
    return place.id;
  });
  if (kept === null) throw new DeliveryError('refused', 'no such chat in the built-in chat');
  waker.wake();
  return { reference: message.id };
}
