import { toText } from '../../rendering/text.ts';
import type { Host } from '../platform.ts';
import type { WecomConfig } from './config.ts';
import { NAME } from './limits.ts';
import type { BotEvent } from './parse-bot.ts';
import { buttonHint } from './render.ts';

/** What a person who opens the chat for the first time that day is greeted with: what he can do, by who he is. */
export async function welcome(
  host: Pick<Host, 'dispatch'>,
  { workspace }: WecomConfig,
  { user, id }: BotEvent,
): Promise<Readonly<Record<string, unknown>> | null> {
  if (!user || !id) return null;
  const { replies } = await host.dispatch({
    platform: NAME,
    workspace,
    source: 'welcome',
    key: id,
    chat: { externalId: user, kind: 'direct' },
    sender: { externalId: user.toLowerCase() },
    text: '帮助',
    answer: 'return',
  });
  const [reply] = replies;
  if (!reply) return null;
  return { msgtype: 'text', text: { content: [toText(reply), buttonHint(reply)].filter(Boolean).join('\n') } };
}
