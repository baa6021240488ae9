import type { PlatformFactory } from '../platform.ts';
import { AppApi } from './api.ts';
import { readWecomConfig } from './config.ts';
import { NAME } from './limits.ts';
import { receive } from './receive.ts';
import { send } from './send.ts';

/** 企业微信: the smart bot by callbacks, the self-built app, group webhooks. */
const wecom: PlatformFactory = (environment, host) => {
  const config = readWecomConfig(environment);
  if (!config) return null;
  const app = config.app && new AppApi(config.app, config.apiUrl);
  return {
    name: NAME,
    paths: ['/wecom/'],
    handle: (request, response) => receive(config, host, request, response),
    start: async () => {},
    stop: async () => {},
    send: (message) => send({ config, app, host }, message),
  };
};

export default wecom;
