import type { IncomingMessage } from 'node:http';
import { App, HTTPReceiver, type Receiver } from '@slack/bolt';
import type { Host } from '../platform.ts';
import { Afterwards } from './afterwards.ts';
import type { SlackConfig } from './config.ts';
import { Homes } from './home.ts';
import { quietLogger } from './log.ts';
import { fromSlash, type MessagePayload, type SlashPayload } from './parse.ts';
import { listenToForms } from './receive-forms.ts';
import { takeMessage } from './take.ts';

/**
 * Bolt over HTTP, behind the guard that checks signatures (Bolt knows one secret only). Everything is committed to the inbox before Slack gets its acknowledgement, so what is not committed comes again.
 */
export const httpReceiver = (host: Host): HTTPReceiver =>
  new HTTPReceiver({
    signingSecret: '',
    signatureVerification: false,
    endpoints: '/slack/events',
    processBeforeResponse: true,
    customPropertiesExtractor: (request: IncomingMessage) => ({
      signature: String(request.headers['x-slack-signature'] ?? ''),
    }),
    logger: quietLogger(host.log),
  });

/** Slash commands, two names for one thing; events that we ask for. */
export const COMMANDS = ['/zs', '/zhaoshang'];
export const EVENTS = ['app_mention', 'app_home_opened', 'message.im'];

interface HomePayload {
  readonly user: string;
  readonly tab?: string;
  readonly event_ts?: string;
}

/** A home tab that could not be published is published when it is opened again: nothing to deliver once more. */
const noted =
  ({ log }: Host) =>
  (error: unknown): void =>
    log.warn({ said: error instanceof Error ? error.message.slice(0, 200) : '' }, 'slack: no home tab');

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
  const homes = new Homes(config, host);
  const afterwards = new Afterwards(config, host, homes);
  for (const command of COMMANDS) {
    app.command(command, async ({ body, context, ack }) => {
      const incoming = fromSlash(body as SlashPayload, String(context.signature ?? ''));
      await host.accept(incoming, (replies) => afterwards.slashed(incoming, body.trigger_id, replies));
      await ack();
    });
  }
  const take = (message: MessagePayload, team: string) =>
    takeMessage(config, host, message, team, (incoming) => afterwards.said(incoming));
  app.event('app_mention', async ({ event, body }) => take(event as MessagePayload, body.team_id));
  app.event('message', async ({ event, body }) => {
    const message = event as MessagePayload;
    if (message.channel_type === 'im') await take(message, body.team_id);
  });
  app.event('app_home_opened', async ({ event, body }) => {
    const { user, tab, event_ts: stamp } = event as HomePayload;
    if (tab === 'home') void homes.open(body.team_id, user, stamp ?? body.event_id).catch(noted(host));
  });
  app.event(/.*/, async () => undefined);
  listenToForms(app, config, host, afterwards);
}
