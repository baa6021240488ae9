import type { IncomingMessage } from 'node:http';
import { App, HTTPReceiver, type Receiver } from '@slack/bolt';
import type { Host } from '../platform.ts';
import type { SlackConfig } from './config.ts';
import { FRESH_SECONDS } from './limits.ts';
import { quietLogger } from './log.ts';
import {
  fromPress,
  fromShortcut,
  fromSlash,
  type MessagePayload,
  type PressPayload,
  type ShortcutPayload,
  type SlashPayload,
} from './parse.ts';
import { takeMessage } from './take.ts';

/**
 * Bolt over HTTP: signatures are checked on the raw bytes by Bolt, and here against timestamps of the future. Everything is
 * committed to the inbox before Slack gets its acknowledgement, so what is not committed comes again.
 */
export const httpReceiver = (signingSecret: string, host: Host): HTTPReceiver =>
  new HTTPReceiver({
    signingSecret,
    endpoints: '/slack/events',
    processBeforeResponse: true,
    customPropertiesExtractor: (request: IncomingMessage) => ({
      signature: String(request.headers['x-slack-signature'] ?? ''),
    }),
    logger: quietLogger(host.log),
  });

/** What we listen to, whichever way it comes. */
export function listen(receiver: Receiver, config: SlackConfig, host: Host): void {
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: config.botToken, botId: 'B0', botUserId: 'U0' }),
    ignoreSelf: false,
    convoStore: false,
    logger: quietLogger(host.log),
  });
  app.error(async (error) => {
    throw error;
  });
  const accept = async (incoming: Parameters<Host['accept']>[0] | null): Promise<void> => {
    if (incoming) await host.accept(incoming);
  };
  for (const command of ['/zs', '/zhaoshang']) {
    app.command(command, async ({ body, context, ack }) => {
      await accept(fromSlash(body as SlashPayload, String(context.signature ?? '')));
      await ack();
    });
  }
  const take = (message: MessagePayload, team: string) => takeMessage(config, host, message, team);
  app.event('app_mention', async ({ event, body }) => take(event as MessagePayload, body.team_id));
  app.event('message', async ({ event, body }) => {
    const message = event as MessagePayload;
    if (message.channel_type === 'im') await take(message, body.team_id);
  });
  app.event(/.*/, async () => undefined);
  app.action(/.*/, async ({ body, ack }) => {
    await accept(fromPress(body as unknown as PressPayload));
    await ack();
  });
  app.shortcut('capture', async ({ body, ack }) => {
    await accept(fromShortcut(body as unknown as ShortcutPayload));
    await ack();
  });
}

/** A timestamp further in the future than Slack's window: Bolt lets it pass, we do not. */
export function isFromTheFuture(request: IncomingMessage, now: Date): boolean {
  const stamp = Number(request.headers['x-slack-request-timestamp'] ?? Number.NaN);
  return Number.isFinite(stamp) && stamp - now.getTime() / 1000 > FRESH_SECONDS;
}
