import type { Incoming } from '../../commands/incoming.ts';
import type { SealedReply } from '../../rendering/reply.ts';
import type { Host } from '../platform.ts';
import { call } from './api.ts';
import { type Block, shortened } from './blocks.ts';
import type { SlackConfig } from './config.ts';
import { ANSWER_MS, FIELD_ERROR, FORM_MS } from './limits.ts';
import { formView, LOADING, noticeView, type ViewPlace, WORKING } from './view.ts';

/** The answer to a modal that was sent: undefined closes it. */
export type ViewAnswer =
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: Block };

/**
 * Opens the form that a press, a shortcut or a line asks for. A trigger is good once and for three seconds: a form that is
 * not ready in time opens empty and is filled when it is. Resolves in time for the acknowledgement; never throws but when
 * the delivery could not be committed.
 */
export async function openForm(
  config: SlackConfig,
  host: Host,
  incoming: Incoming,
  trigger: string,
  place: Omit<ViewPlace, 'token'>,
): Promise<void> {
  const drawn = host.dispatch(incoming).then(({ replies, repeated }) => (repeated ? null : drawnOf(replies[0], place)));
  const soon = await within(FORM_MS, drawn, LOADING);
  if (!soon) return;
  const shown = call(config, 'views.open', { trigger_id: trigger, view: soon })
    .then(async ({ view }) => {
      const late = soon === LOADING ? await drawn : null;
      if (late) await call(config, 'views.update', { view_id: (view as { id?: string } | undefined)?.id, view: late });
    })
    .catch((error: unknown) => tooLate(config, host, incoming, error));
  await within(FORM_MS, shown, undefined);
}

/**
 * Opens the form that came of a line which lacked something. Where its trigger is over, the line is asked for in words, with
 * a button that opens the form.
 */
export async function openLacking(
  config: SlackConfig,
  host: Host,
  incoming: Incoming,
  trigger: string,
  [reply]: readonly SealedReply[],
): Promise<void> {
  const view = reply?.form ? drawnOf(reply, { channel: incoming.chat.externalId }) : null;
  if (!view) return;
  try {
    await call(config, 'views.open', { trigger_id: trigger, view });
  } catch (error) {
    const said = noted(host, error);
    if (/exchanged/.test(said)) return;
    const { asForm: _, ...words } = incoming;
    await host.accept({ ...words, key: `${words.key}/words` });
  }
}

function noted({ log }: Host, error: unknown): string {
  const said = error instanceof Error ? error.message : '';
  log.warn({ said: said.slice(0, 200) }, 'slack: a form was not opened');
  return said;
}

/** The modal of a reply: its form, or what it says; null: the answer went to the chat. */
function drawnOf(reply: SealedReply | undefined, place: Omit<ViewPlace, 'token'>): Block | null {
  if (reply?.form && reply.form.fields.length > 0) return formView(reply.form, place);
  return reply?.tone === 'refused' ? noticeView(reply) : null;
}

/** A trigger that was too old: the person is told to press again. One that was used before is a copy. */
async function tooLate(config: SlackConfig, host: Host, { sender, chat }: Incoming, error: unknown): Promise<void> {
  if (/exchanged/.test(noted(host, error))) return;
  const text = '表单没来得及打开，请再点一次。';
  const group = chat.kind === 'group';
  await call(config, group ? 'chat.postEphemeral' : 'chat.postMessage', {
    channel: group ? chat.externalId : sender.externalId,
    ...(group ? { user: sender.externalId } : {}),
    text,
  }).catch(() => undefined);
}

/**
 * Sends a form through the line. What is wrong is said at its field; a record that is gone, in the modal's place. When it
 * takes longer than Slack waits, the modal says so, and what was refused is shown there afterwards.
 */
export async function sendForm(
  config: SlackConfig,
  host: Host,
  incoming: Incoming,
  view: { readonly id: string; readonly fields: readonly string[] },
  done: (reply: SealedReply) => void,
): Promise<ViewAnswer | undefined> {
  const answered = host.dispatch(incoming).then(({ replies }) => replies[0] ?? null);
  const reply = await within(ANSWER_MS, answered, undefined);
  if (reply !== undefined) {
    if (reply) done(reply);
    return reply ? answerOf(reply, view.fields) : undefined;
  }
  void answered
    .then(async (late) => {
      if (late) done(late);
      if (late?.tone === 'refused') await call(config, 'views.update', { view_id: view.id, view: noticeView(late) });
    })
    .catch((error: unknown) => host.log.warn({ err: error }, 'slack: a late form'));
  return { response_action: 'update', view: WORKING };
}

function answerOf(reply: SealedReply, fields: readonly string[]): ViewAnswer | undefined {
  if (reply.tone !== 'refused') return undefined;
  const errors = Object.entries(reply.errors ?? {}).filter(([name]) => fields.includes(name));
  if (errors.length === 0) return { response_action: 'update', view: noticeView(reply) };
  return {
    response_action: 'errors',
    errors: Object.fromEntries(errors.map(([name, words]) => [name, shortened(words, FIELD_ERROR)])),
  };
}

/** What a promise gives within so many milliseconds, else something in its place. */
async function within<T, U>(ms: number, promise: Promise<T>, instead: U): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(() => resolve(instead), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
