import type { PlatformFactory } from '../platform.ts';
import { readSlackConfig } from './config.ts';
import { NAME } from './limits.ts';
import { isFromTheFuture, receiver } from './receive.ts';
import { find, send } from './send.ts';

/** Slack over HTTP. */
const slack: PlatformFactory = (environment, host) => {
  const config = readSlackConfig(environment);
  if (!config) return null;
  const http = receiver(config, host);
  return {
    name: NAME,
    paths: ['/slack/'],
    handle: (request, response) => {
      if (isFromTheFuture(request, new Date())) response.writeHead(401).end();
      else http.requestListener(request, response);
    },
    start: async () => {},
    stop: async () => {},
    send: (message) => send(config, host, message),
    find: (message) => find(config, message),
  };
};

export default slack;
