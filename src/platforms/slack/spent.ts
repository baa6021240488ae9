import { leadsTo } from '../platform.ts';
import { call, post } from './api.ts';
import type { Block } from './blocks.ts';
import type { SlackConfig } from './config.ts';
import { BLOCKS, RESPONSE_ORIGINS, TEXT } from './limits.ts';
import type { PressPayload } from './parse.ts';

/** A message as it stands in Slack. */
interface Shown {
  readonly ts: string;
  readonly text?: string;
  readonly blocks?: readonly Block[];
}

interface Element {
  readonly action_id?: string;
  readonly text?: { readonly text: string };
}

/** Takes a button that was used out of its message, with those that answer the same question, and says who used it. */
export async function spend(
  config: SlackConfig,
  { message, channel, user, container, response_url: url, actions }: PressPayload,
): Promise<void> {
  const drawn = message && withoutButton(message, actions[0]?.action_id ?? '', user.id);
  if (!drawn) return;
  if (channel && !container?.is_ephemeral) await call(config, 'chat.update', { channel: channel.id, ...drawn });
  else if (url && leadsTo(url, [...RESPONSE_ORIGINS, new URL(config.apiUrl).origin]))
    await post(url, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ replace_original: true, text: drawn.text, blocks: drawn.blocks }),
    });
}

/** The same for the button that opened a form, once the form has done something. */
export async function spendAt(
  config: SlackConfig,
  at: { readonly channel: string; readonly ts: string; readonly button: string; readonly user: string },
): Promise<void> {
  const { channel, ts } = at;
  const asked = { channel, latest: ts, inclusive: true, limit: 1, include_all_metadata: false };
  const [message] = ((await call(config, 'conversations.history', asked, true)).messages ?? []) as readonly Shown[];
  const drawn = message?.ts === ts ? withoutButton(message, at.button, at.user) : null;
  if (drawn) await call(config, 'chat.update', { channel, ...drawn });
}

/** Null when the message has no such button any more. */
export function withoutButton(message: Shown, id: string, user: string): (Shown & { readonly text: string }) | null {
  const group = groupOf(id);
  const gone = ({ action_id: other = '' }: Element) => other === id || (group !== '' && groupOf(other) === group);
  const all = message.blocks ?? [];
  const pressed = all.flatMap(elementsOf).find(({ action_id: other }) => other === id);
  if (!pressed) return null;
  const label = pressed.text?.text ?? '';
  const blocks = all.flatMap((block) => {
    if (block.type !== 'actions') return [block];
    const elements = elementsOf(block).filter((element) => !gone(element));
    return elements.length > 0 ? [{ ...block, elements }] : [];
  });
  const text = message.text ?? '';
  return {
    ts: message.ts,
    text: text.length < TEXT ? text : text.slice(0, TEXT - 1),
    blocks: [...blocks.slice(0, BLOCKS - 1), usedLine(user, label)],
  };
}

const elementsOf = ({ type, elements }: Block): readonly Element[] =>
  type === 'actions' ? ((elements ?? []) as readonly Element[]) : [];

const groupOf = (id: string): string => id.split('.')[2] ?? '';

const usedLine = (user: string, label: string): Block => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'user', user_id: user },
        { type: 'text', text: ` 已点“${label}”` },
      ],
    },
  ],
});
