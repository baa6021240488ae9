import { type Environment, type Host, type Platform, type PlatformFactory, withOwnResponseUrl } from '../platform.ts';
import { check } from './check.ts';
import { readSlackConfig } from './config.ts';
import { guarded } from './guard.ts';
import { NAME, RESPONSE_ORIGINS } from './limits.ts';
import { httpReceiver, listen } from './receive.ts';
import { SocketReceiver, type SocketTimes } from './receive-socket.ts';
import { find, send } from './send.ts';

/** Slack, over HTTP or by Socket Mode. */
const slack: PlatformFactory = (environment, host) => slackWith(environment, host);

export default slack;

/** The platform with other times than the real ones. */
export function slackWith(environment: Environment, host: Host, times?: SocketTimes): Platform | null {
  const config = readSlackConfig(environment);
  if (!config) return null;
  const origins = [...RESPONSE_ORIGINS, new URL(config.apiUrl).origin];
  const { appToken, signingSecrets, apiUrl } = config;
  const socket = appToken ? new SocketReceiver({ appToken, apiUrl }, host.log, times) : null;
  const http = socket ? null : httpReceiver(host);
  for (const receiver of [socket, http]) if (receiver) listen(receiver, config, host);
  return {
    name: NAME,
    paths: ['/slack/'],
    handle: (request, response) => {
      const known = request.method === 'POST' && request.url?.split('?')[0] === '/slack/events';
      if (!http || !known) response.writeHead(404).end();
      else return guarded(http, signingSecrets, request, response);
      return undefined;
    },
    start: async ({ web }) => {
      if (web) await socket?.start();
    },
    stop: async () => socket?.stop(),
    send: (message, passed) => send(config, host, withOwnResponseUrl(message, origins), passed),
    find: (message) => find(config, host.publicUrl, message),
    check: () => check(config, host.publicUrl),
  };
}
