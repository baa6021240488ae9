import type { App } from '@slack/bolt';
import type { Host } from '../platform.ts';
import type { Afterwards } from './afterwards.ts';
import { FORM_VIEW, GLOBAL_SHORTCUTS, MESSAGE_SHORTCUT } from './callbacks.ts';
import type { SlackConfig } from './config.ts';
import { openForm, sendForm } from './forms.ts';
import { INPUT, NAME, OPTIONS } from './limits.ts';
import { fromPress, fromShortcut, type PressPayload, type ShortcutPayload } from './parse.ts';
import {
  fromFormPress,
  fromGlobal,
  fromMessageForm,
  fromSubmission,
  type GlobalPayload,
  type ViewPayload,
} from './parse-view.ts';
import { optionOf, placeOf } from './view.ts';

/** Buttons, shortcuts, modals and the lists in them. */
export function listenToForms(app: App, config: SlackConfig, host: Host, afterwards: Afterwards): void {
  app.action(/.*/, async ({ body, ack }) => {
    await pressed(config, host, afterwards, body as unknown as PressPayload);
    await ack();
  });
  app.shortcut(MESSAGE_SHORTCUT, async ({ body, ack }) => {
    await fromMessage(config, host, body as unknown as ShortcutPayload);
    await ack();
  });
  for (const [callback, line] of Object.entries(GLOBAL_SHORTCUTS)) {
    app.shortcut(callback, async ({ body, ack }) => {
      const { trigger_id: trigger } = body as unknown as { trigger_id?: string };
      await openForm(config, host, fromGlobal(body as unknown as GlobalPayload, line), trigger ?? '', {});
      await ack();
    });
  }
  app.view(FORM_VIEW, async ({ body, ack }) => {
    const answer = await submitted(config, host, afterwards, body as unknown as ViewPayload);
    await (answer ? ack(answer as never) : ack());
  });
  app.options(/.*/, async ({ body, ack }) => {
    await ack({ options: await listed(host, body as unknown as ViewPayload) } as never);
  });
}

/** A button: its form at once where it asks for one, else the line. */
async function pressed(config: SlackConfig, host: Host, afterwards: Afterwards, body: PressPayload): Promise<void> {
  const [action] = body.actions;
  const form = action?.action_id?.startsWith('form.') && body.trigger_id ? fromFormPress(body) : null;
  if (form && body.trigger_id) {
    const { channel, message } = body;
    await openForm(config, host, form, body.trigger_id, {
      ...(channel ? { channel: channel.id } : {}),
      ...(message && action?.action_id ? { ts: message.ts, button: action.action_id } : {}),
    });
    return;
  }
  const incoming = fromPress(body);
  if (!incoming) return;
  await host.accept(incoming, (replies) => afterwards.pressed(incoming, body, replies));
}

/** A message as a lead: the form that it fills, or, where it is longer than a field, the line. */
async function fromMessage(config: SlackConfig, host: Host, body: ShortcutPayload): Promise<void> {
  const { trigger_id: trigger, channel } = body;
  const line = fromShortcut(body);
  if (!trigger || (line.quote ?? '').length > INPUT) await host.accept(line);
  else await openForm(config, host, fromMessageForm(body), trigger, channel ? { channel: channel.id } : {});
}

async function submitted(config: SlackConfig, host: Host, afterwards: Afterwards, body: ViewPayload) {
  const sent = fromSubmission(body);
  if (!sent) return undefined;
  const { incoming, place } = sent;
  const view = { id: body.view.id, fields: Object.keys(incoming.fields ?? {}) };
  return sendForm(config, host, incoming, view, (reply) => afterwards.filled(incoming, place, reply));
}

/** What a list of a form offers for the words typed into it. */
async function listed(host: Host, body: ViewPayload): Promise<readonly unknown[]> {
  const place = placeOf(body.view?.private_metadata);
  if (!place) return [];
  const found = await host.choices({
    platform: NAME,
    workspace: body.team?.id ?? body.user.team_id ?? '',
    sender: body.user.id,
    token: place.token,
    field: body.block_id ?? '',
    words: body.value ?? '',
  });
  return found.slice(0, OPTIONS).flatMap(({ value, label }) => optionOf(value, label) ?? []);
}
