import { createHash } from 'node:crypto';
import type { Incoming } from '../../commands/incoming.ts';
import { keepMessage, type RoomChat, type Speaker } from '../../services/room.service.ts';
import { inOrg } from '../../services/transaction.ts';
import type { Answer } from '../platform.ts';
import type { MessageBody, ReplyBody, SaidBody } from './body.ts';
import type { Deps } from './viewer.ts';

/** A message on its way through the line, with where it stands in the log. */
export interface Talk {
  readonly orgId: number;
  readonly chat: RoomChat;
  readonly speaker: Speaker;
  readonly incoming: Incoming;
  /** What the log shows of it: the words typed, or the label of the button. */
  readonly said: SaidBody;
}

/** Says it: writes it into the log, takes it through the line, writes the answers beside it. Repeats are kept once. */
export async function talk({ host, waker }: Deps, { orgId, chat, speaker, incoming, said }: Talk): Promise<Answer> {
  const once = (part: string) => uuidOf(`${incoming.workspace}/${incoming.source}/${incoming.key}/${part}`);
  const keep = (personId: number | null, body: MessageBody, part: string) =>
    inOrg(host.db, orgId, (tx) =>
      keepMessage(tx, { chatId: chat.id, personId, body, at: host.now(), once: once(part) }),
    );
  await keep(speaker.id, said, 'said');
  waker.wake();
  const answer = await host.dispatch(incoming);
  for (const [index, reply] of answer.replies.entries()) {
    const body: ReplyBody = {
      kind: 'reply',
      reply,
      ...(reply.private && chat.kind === 'group' ? { for: speaker.id } : {}),
    };
    await keep(null, body, `reply ${index}`);
  }
  waker.wake();
  return answer;
}

/** A UUID (form of version 8) made from a text: the same text always gives the same one. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
