import { Hono } from 'hono';
import { toText } from '../../rendering/text.ts';
import { entered } from './entered.ts';
import type { Bindings } from './guard.ts';
import { FormFilled, FormLooked, FormOpened, toIncoming } from './parse.ts';
import { fill } from './talk.ts';
import type { Deps } from './viewer.ts';

/** Forms of the chat page: what stands in one, what its lists offer, and what is filled in. Only what was done is said in the chat. */
export function formApi(deps: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.post('/open', async (context) => {
    const by = await entered(deps, context, FormOpened);
    if ('refusal' in by) return by.refusal;
    const { body, room, chat, person } = by;
    const place = { workspace: room.workspace, chat, sender: person };
    const incoming = toIncoming(body, place, { source: 'form', key: body.key });
    const { replies } = await deps.host.dispatch({ ...incoming, asForm: true, answer: 'form' });
    const [reply] = replies;
    return context.json({ form: reply?.form ?? null, says: reply ? toText(reply) : '' });
  });
  app.post('/choices', async (context) => {
    const by = await entered(deps, context, FormLooked);
    if ('refusal' in by) return by.refusal;
    const { body, room, person } = by;
    const { press: token, field, words } = body;
    const who = { platform: 'web', workspace: room.workspace, sender: person.externalId };
    return context.json({ choices: await deps.host.choices({ ...who, token, field, words }) });
  });
  app.post('/fill', async (context) => {
    const by = await entered(deps, context, FormFilled);
    if ('refusal' in by) return by.refusal;
    const { body, room, chat, person } = by;
    const place = { workspace: room.workspace, chat, sender: person };
    const incoming = toIncoming(body, place, { source: 'form', key: body.key });
    const { replies } = await fill(deps, {
      ...{ orgId: room.orgId, chat, speaker: person },
      incoming: { ...incoming, fields: body.fields },
      said: { kind: 'said', text: body.label, pressed: true, ...(body.on === undefined ? {} : { on: body.on }) },
    });
    const [reply] = replies;
    if (!reply) return context.json({ title: '', tone: 'info' });
    const { title, tone = 'info', errors = {} } = reply;
    return context.json({ title, tone, errors, says: toText(reply) });
  });
  return app;
}
