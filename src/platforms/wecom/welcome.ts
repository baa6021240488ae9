import { toText } from '../../rendering/text.ts';
import type { Host } from '../platform.ts';
import type { WecomConfig } from './config.ts';
import { NAME } from './limits.ts';
import type { BotEvent } from './parse-bot.ts';
import { buttonHint } from './render.ts';

/** What a person who opens the chat with the bot for the first time that day is greeted with. */
export async function welcome(
  host: Pick<Host, 'dispatch'>,
  config: WecomConfig,
  { user, id }: BotEvent,
): Promise<Readonly<Record<string, unknown>> | null> {
  if (!user || !id) return null;
  const content = await greeting(host, config, user, id);
  return content === null ? null : { msgtype: 'text', text: { content } };
}

/** What somebody can do, by who he is; null for a key that was greeted before. */
export async function greeting(
  host: Pick<Host, 'dispatch'>,
  { workspace }: WecomConfig,
  user: string,
  key: string,
): Promise<string | null> {
  const { replies, repeated } = await host.dispatch({
    platform: NAME,
    workspace,
    source: 'welcome',
    key,
    chat: { externalId: user, kind: 'direct' },
    sender: { externalId: user.toLowerCase() },
    text: '帮助',
    answer: 'return',
  });
  const [reply] = replies;
  return reply && !repeated ? [toText(reply), buttonHint(reply)].filter(Boolean).join('\n') : null;
}
