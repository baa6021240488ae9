import type { Host } from '../platform.ts';
import type { SocketKeys, WecomConfig } from './config.ts';
import { type Connection, type ConnectionTimes, openConnection } from './connection.ts';
import { Keeper, type KeepTimes } from './keeper.ts';
import { PATIENCE_MS } from './limits.ts';
import { Patience } from './patience.ts';
import { hear } from './receive-socket.ts';
import { leaseName, markOf, type Socket } from './socket.ts';

/** Times of the long connection that tests shorten. */
export interface SocketTimes extends ConnectionTimes {
  readonly keep?: KeepTimes;
  readonly patienceMs?: number;
}

/** Makes the long connection of the bot; nothing is opened before `keeper.start`. */
export function socketOf(
  config: WecomConfig,
  keys: SocketKeys,
  host: Host,
  times: SocketTimes = {},
): { readonly socket: Socket; readonly keeper: Keeper } {
  const open = (): Promise<Connection> => openConnection(keys, (frame) => hear(hearing, frame), host.log, times);
  const lease = host.lease(leaseName(keys));
  const marked = { ...lease, note: (state: string) => lease.note(`${markOf(keys)} ${state}`) };
  const keeper = new Keeper(marked, open, host.log, times.keep);
  const socket: Socket = {
    connection: () => keeper.connection(),
    patience: new Patience(times.patienceMs ?? PATIENCE_MS),
    fresh: new Set(),
  };
  const hearing = { config, host, socket };
  return { socket, keeper };
}
