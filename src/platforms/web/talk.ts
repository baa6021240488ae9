import { createHash } from 'node:crypto';
import type { Incoming } from '../../commands/incoming.ts';
import type { SealedReply } from '../../rendering/reply.ts';
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
export async function talk(deps: Deps, one: Talk): Promise<Answer> {
  await keep(deps, one, one.speaker.id, one.said, 'said');
  deps.waker.wake();
  const answer = await deps.host.dispatch(one.incoming);
  await keepReplies(deps, one, answer);
  return answer;
}

/** Sends a form through the line. What was done is written into the log, with its answer; a refusal is for the form alone. */
export async function fill(deps: Deps, one: Talk): Promise<Answer> {
  const answer = await deps.host.dispatch(one.incoming);
  if (answer.replies.some(({ tone }) => tone === 'refused')) return answer;
  await keep(deps, one, one.speaker.id, one.said, 'said');
  await keepReplies(deps, one, answer);
  return answer;
}

async function keepReplies(deps: Deps, one: Talk, { replies }: Answer): Promise<void> {
  const hidden = (reply: SealedReply): boolean => reply.private === true && one.chat.kind === 'group';
  for (const [index, reply] of replies.entries()) {
    const body: ReplyBody = { kind: 'reply', reply, ...(hidden(reply) ? { for: one.speaker.id } : {}) };
    await keep(deps, one, null, body, `reply ${index}`);
  }
  deps.waker.wake();
}

function keep(
  { host }: Deps,
  { orgId, chat, incoming: { workspace, source, key } }: Talk,
  personId: number | null,
  body: MessageBody,
  part: string,
): Promise<unknown> {
  const once = uuidOf(`${workspace}/${source}/${key}/${part}`);
  return inOrg(host.db, orgId, (tx) => keepMessage(tx, { chatId: chat.id, personId, body, at: host.now(), once }));
}

/** A UUID (form of version 8) made from a text: the same text always gives the same one. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
