import type { Environment, Host, Platform, PlatformFactory } from '../platform.ts';
import { check } from './check.ts';
import { readSlackConfig } from './config.ts';
import { NAME } from './limits.ts';
import { httpReceiver, isFromTheFuture, listen } from './receive.ts';
import { SocketReceiver, type SocketTimes } from './receive-socket.ts';
import { find, send } from './send.ts';

/** Slack, over HTTP or by Socket Mode. */
const slack: PlatformFactory = (environment, host) => slackWith(environment, host);

export default slack;

/** The platform with other times than the real ones. */
export function slackWith(environment: Environment, host: Host, times?: SocketTimes): Platform | null {
  const config = readSlackConfig(environment);
  if (!config) return null;
  const { appToken, signingSecret, apiUrl } = config;
  const socket = appToken ? new SocketReceiver({ appToken, apiUrl }, host.log, times) : null;
  const http = socket || !signingSecret ? null : httpReceiver(signingSecret, host);
  for (const receiver of [socket, http]) if (receiver) listen(receiver, config, host);
  return {
    name: NAME,
    paths: ['/slack/'],
    handle: (request, response) => {
      if (!http) response.writeHead(404).end();
      else if (isFromTheFuture(request, new Date())) response.writeHead(401).end();
      else http.requestListener(request, response);
    },
    start: async ({ web }) => {
      if (web) await socket?.start();
    },
    stop: async () => socket?.stop(),
    send: (message, passed) => send(config, host, message, passed),
    find: (message) => find(config, host.publicUrl, message),
    check: () => check(config, host.publicUrl),
  };
}
