import { Hono } from 'hono';
import { roomChat, visibleChats } from '../../services/room.service.ts';
import { inOrg } from '../../services/transaction.ts';
import type { SaidBody } from './body.ts';
import { csrfOf } from './csrf.ts';
import { streamEvents } from './events.ts';
import type { Bindings } from './guard.ts';
import { readMessages, readState } from './page-state.ts';
import { PageMessage, toIncoming } from './parse.ts';
import { readBody, refuse } from './read-body.ts';
import { talk } from './talk.ts';
import { type Deps, viewerOf, type WebContext } from './viewer.ts';

const SIGN_IN = '请先登录：在工作群或私聊里对小招说“登录”，打开它给您的链接。';

/** What the chat page asks for: its state, messages of a chat, live events; and what is said and pressed there. */
export function pageApi(deps: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.get('/state', async (context) => {
    const viewer = await viewerOf(deps, context, numberOf(context.req.query('as')) ?? undefined);
    if (!viewer) return refuse(context, 401, SIGN_IN).refusal;
    const marks = context.req.query('read') ?? '';
    return context.json(await readState(deps, viewer, marks, csrfOf(context, deps.config)));
  });
  app.get('/messages', async (context) => {
    const viewer = await viewerOf(deps, context, numberOf(context.req.query('as')) ?? undefined);
    if (!viewer) return refuse(context, 401, SIGN_IN).refusal;
    const before = numberOf(context.req.query('before'));
    return context.json(await readMessages(deps, viewer, context.req.query('chat') ?? '', before));
  });
  app.get('/events', async (context) => {
    const viewer = await viewerOf(deps, context, numberOf(context.req.query('as')) ?? undefined);
    if (!viewer) return refuse(context, 401, SIGN_IN).refusal;
    const after = numberOf(context.req.header('last-event-id')) ?? numberOf(context.req.query('after'));
    return streamEvents(deps, context, viewer, after ?? 0);
  });
  app.post('/say', (context) => say(deps, context));
  return app;
}

async function say(deps: Deps, context: WebContext): Promise<Response> {
  const read = await readBody(context, PageMessage);
  if ('refusal' in read) return read.refusal;
  const { body } = read;
  if (context.req.header('x-csrf-token') !== csrfOf(context, deps.config)) {
    return refuse(context, 403, '页面已过期，请刷新后再试。').refusal;
  }
  const viewer = await viewerOf(deps, context, body.as);
  if (!viewer) return refuse(context, 401, SIGN_IN).refusal;
  const { room, person } = viewer;
  const mine =
    body.chat === person.externalId || visibleChats(room, person).some((chat) => chat.externalId === body.chat);
  const chat = mine ? await inOrg(deps.host.db, room.orgId, (tx) => roomChat(tx, room, body.chat)) : null;
  if (!chat) return refuse(context, 400, '没有这个聊天。').refusal;
  const answer = await talk(deps, {
    orgId: room.orgId,
    chat,
    speaker: person,
    said: saidOf(body),
    incoming: toIncoming(
      body,
      { workspace: room.workspace, chat, sender: person },
      { source: body.press === undefined ? 'page' : 'press', key: body.key },
    ),
  });
  return context.json({ replies: answer.replies.map(({ title, tone }) => ({ title, tone: tone ?? 'info' })) });
}

function saidOf({ text, quote, press, label, on, files }: PageMessage): SaidBody {
  return {
    kind: 'said',
    text: press === undefined ? (text ?? '') : (label ?? ''),
    ...(quote ? { quote } : {}),
    ...(files ? { files: files.map((file) => file.name) } : {}),
    ...(press === undefined ? {} : { pressed: true }),
    ...(on === undefined ? {} : { on }),
  };
}

function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
