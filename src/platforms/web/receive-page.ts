import { Hono } from 'hono';
import type { SaidBody } from './body.ts';
import { csrfOf } from './csrf.ts';
import { entered, SIGN_IN } from './entered.ts';
import { streamEvents } from './events.ts';
import type { Bindings } from './guard.ts';
import { readMessages, readState } from './page-state.ts';
import { PageMessage, toIncoming } from './parse.ts';
import { refuse } from './read-body.ts';
import { formApi } from './receive-form.ts';
import { talk } from './talk.ts';
import { type Deps, viewerOf, type WebContext } from './viewer.ts';

/** What the chat page asks for: its state, messages of a chat, live events; and what is said, pressed and filled in there. */
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
  app.route('/form', formApi(deps));
  return app;
}

async function say(deps: Deps, context: WebContext): Promise<Response> {
  const by = await entered(deps, context, PageMessage);
  if ('refusal' in by) return by.refusal;
  const { body, room, chat, person } = by;
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
