import { createHash } from 'node:crypto';
import type { Incoming } from '../../commands/incoming.ts';
import type { Block } from './blocks.ts';
import type { FilePayload } from './files.ts';
import { NAME } from './limits.ts';

/** A slash command's form fields. */
export interface SlashPayload {
  readonly team_id: string;
  readonly channel_id: string;
  readonly channel_name?: string;
  readonly user_id: string;
  readonly text?: string;
  readonly trigger_id?: string;
  readonly response_url?: string;
}

/** A message or mention of the Events API. */
export interface MessagePayload {
  readonly channel: string;
  readonly channel_type?: string;
  readonly user?: string;
  readonly text?: string;
  readonly ts: string;
  readonly bot_id?: string;
  readonly subtype?: string;
  readonly files?: readonly FilePayload[];
}

/** A pressed button. */
export interface PressPayload {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly channel?: { readonly id: string };
  readonly response_url?: string;
  readonly trigger_id?: string;
  /** The message it stands in. */
  readonly message?: { readonly ts: string; readonly text?: string; readonly blocks?: readonly Block[] };
  readonly container?: { readonly is_ephemeral?: boolean };
  readonly actions: readonly { readonly value?: string; readonly action_ts?: string; readonly action_id?: string }[];
}

/** A message shortcut. */
export interface ShortcutPayload {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly id: string };
  readonly channel?: { readonly id: string };
  readonly message?: { readonly text?: string; readonly ts: string };
  readonly action_ts?: string;
  readonly trigger_id?: string;
  readonly response_url?: string;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** /zs …: the same bytes again have the same key. One line that lacks something opens its form. */
export function fromSlash(body: SlashPayload, signature: string): Incoming {
  return {
    platform: NAME,
    workspace: body.team_id,
    source: 'command',
    key: hash(`${signature}/${body.trigger_id ?? ''}/${body.text ?? ''}`),
    chat: chatOf(body.channel_id, body.channel_name),
    sender: { externalId: body.user_id },
    text: plain(body.text ?? ''),
    ...(body.trigger_id && !body.text?.includes('\n') ? { asForm: 'lacking' as const } : {}),
    ...(body.response_url ? { answerTo: { response_url: body.response_url } } : {}),
    answer: 'send',
  };
}

/** A mention in a channel or a direct message; null for bots, edits and messages without words. Both events of one post have one key. */
export function fromMessage(event: MessagePayload, team: string): Incoming | null {
  if (!event.user || event.bot_id || (event.subtype && event.subtype !== 'file_share')) return null;
  const direct = event.channel_type === 'im' || event.channel.startsWith('D');
  return {
    platform: NAME,
    workspace: team,
    source: 'message',
    key: `${event.channel}/${event.ts}`,
    chat: { externalId: event.channel, kind: direct ? 'direct' : 'group' },
    sender: { externalId: event.user },
    text: plain((event.text ?? '').replace(/^\s*<@[UW][A-Z0-9]+(?:\|[^>]*)?>\s*/, '')),
    answer: 'send',
  };
}

/** A press: its token, once for each time it was tapped. */
export function fromPress(body: PressPayload): Incoming | null {
  const [action] = body.actions;
  if (!action?.value) return null;
  return {
    platform: NAME,
    workspace: body.team?.id ?? body.user.team_id ?? '',
    source: 'press',
    key: hash(`${action.action_ts ?? ''}/${action.value}/${body.user.id}`),
    chat: chatOf(body.channel?.id ?? body.user.id),
    sender: { externalId: body.user.id },
    text: '',
    press: action.value,
    ...(body.response_url ? { answerTo: { response_url: body.response_url } } : {}),
    answer: 'send',
  };
}

/** 录为线索 on somebody's message: the message is the quote. */
export function fromShortcut(body: ShortcutPayload): Incoming {
  return {
    platform: NAME,
    workspace: body.team?.id ?? '',
    source: 'shortcut',
    key: hash(`${body.action_ts ?? ''}/${body.message?.ts ?? ''}/${body.user.id}`),
    chat: chatOf(body.channel?.id ?? body.user.id),
    sender: { externalId: body.user.id },
    text: '录入',
    quote: plain(body.message?.text ?? ''),
    ...(body.response_url ? { answerTo: { response_url: body.response_url } } : {}),
    answer: 'send',
  };
}

function chatOf(id: string, name?: string): Incoming['chat'] {
  const direct = id.startsWith('D') || id.startsWith('U');
  return { externalId: id, kind: direct ? 'direct' : 'group', ...(name && !direct ? { name } : {}) };
}

/** Slack's own markup as the words people see. */
const plain = (text: string): string =>
  text
    .replace(/<@([UW][A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => `@${name || id}`)
    .replace(/<#[CG][A-Z0-9]+\|?([^>]*)>/g, '#$1')
    .replace(/<!(?:subteam\^[^|>]*\|)?([^>]*)>/g, '@$1')
    .replace(/<((?:https?|mailto|tel):[^|>]*)(?:\|([^>]*))?>/g, (_, url: string, label?: string) => label || url)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
