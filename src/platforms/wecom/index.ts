import { type Environment, type Host, type Platform, type PlatformFactory, withOwnResponseUrl } from '../platform.ts';
import { AppApi } from './api.ts';
import { check } from './check.ts';
import { readWecomConfig } from './config.ts';
import { directoryOf } from './directory.ts';
import { FETCH_MS, NAME, RESPONSE_ORIGIN } from './limits.ts';
import { type SocketTimes, socketOf } from './open-socket.ts';
import { receive } from './receive.ts';
import { send, sendsOnce } from './send.ts';

/** 企业微信: the smart bot (by the long connection or by callbacks), the self-built app, group webhooks. */
const wecom: PlatformFactory = (environment, host) => wecomWith(environment, host);

export default wecom;

/** The platform with other times than the real ones. */
export function wecomWith(
  environment: Environment,
  host: Host,
  times?: SocketTimes & { readonly fetchMs?: number },
): Platform | null {
  const config = readWecomConfig(environment);
  if (!config) return null;
  const app = config.app && new AppApi(config.app, config.apiUrl, host);
  const long = config.socket && socketOf(config, config.socket, host, times);
  const origins = [RESPONSE_ORIGIN, new URL(config.apiUrl).origin];
  const sender = { config, app, host, socket: long?.socket ?? null, fetchMs: times?.fetchMs ?? FETCH_MS };
  return {
    name: NAME,
    paths: ['/wecom/'],
    handle: (request, response) => receive({ config, host, app }, request, response),
    start: async ({ works }) => {
      if (works) long?.keeper.start();
    },
    ...(long ? { ready: () => long.keeper.holds() } : {}),
    stop: async () => {
      long?.socket.patience.clear();
      await long?.keeper.stop();
    },
    send: (message, passed) => send(sender, withOwnResponseUrl(message, origins), passed),
    sendsOnce: (message) => sendsOnce(sender, withOwnResponseUrl(message, origins)),
    check: () => check(config, app, host),
    ...(app ? { lookUp: directoryOf(app, host.log) } : {}),
  };
}
