import type { z } from 'zod';
import { type RoomChat, roomChat, visibleChats } from '../../services/room.service.ts';
import { inOrg } from '../../services/transaction.ts';
import { csrfOf } from './csrf.ts';
import { readBody, refuse } from './read-body.ts';
import { type Deps, type Viewer, viewerOf, type WebContext } from './viewer.ts';

/** What a page that may not say anything is told. */
export const SIGN_IN = '请先登录：在工作群或私聊里对小招说“登录”，打开它给您的链接。';

/** Somebody who says, presses or fills in something in a chat of his. */
interface Entered<Body> extends Viewer {
  readonly body: Body;
  readonly chat: RoomChat;
}

/** Who says what in which chat, or the answer that refuses it: a foreign page, nobody signed in, no such chat. */
export async function entered<Body extends { readonly chat: string; readonly as?: number | undefined }>(
  deps: Deps,
  context: WebContext,
  schema: z.ZodType<Body>,
): Promise<Entered<Body> | { readonly refusal: Response }> {
  const read = await readBody(context, schema);
  if ('refusal' in read) return read;
  const { body } = read;
  if (context.req.header('x-csrf-token') !== csrfOf(context, deps.config))
    return refuse(context, 403, '页面已过期，请刷新后再试。');
  const viewer = await viewerOf(deps, context, body.as);
  if (!viewer) return refuse(context, 401, SIGN_IN);
  const { room, person } = viewer;
  const mine =
    body.chat === person.externalId || visibleChats(room, person).some((chat) => chat.externalId === body.chat);
  const chat = mine ? await inOrg(deps.host.db, room.orgId, (tx) => roomChat(tx, room, body.chat)) : null;
  return chat ? { ...viewer, body, chat } : refuse(context, 400, '没有这个聊天。');
}
