import { createHash } from 'node:crypto';
import type { SocketKeys } from './config.ts';
import type { Connection } from './connection.ts';
import { EVENT_MS, NAME } from './limits.ts';
import type { Patience } from './patience.ts';

/** The long connection as receiving and sending see it. */
export interface Socket {
  connection(): Connection | null;
  /** Answers that people wait for. */
  readonly patience: Patience;
  /** Request ids of presses that may still update their card. */
  readonly fresh: Set<string>;
}

/** The name of the lease of a bot's connection; the bot's id stands in it, its secret does not. */
export const leaseName = (keys: SocketKeys): string => `${NAME}/bot/${keys.botId}`;

/** What tells one secret of a bot from another and gives neither away: the holder notes it, doctor compares. */
export const markOf = ({ botId, secret }: SocketKeys): string =>
  createHash('sha256').update(`${botId}/${secret}`).digest('hex').slice(0, 8);

/** Remembers that a press may update its card, while it may. */
export function refreshable(socket: Socket, reqId: string): void {
  socket.fresh.add(reqId);
  setTimeout(() => socket.fresh.delete(reqId), EVENT_MS).unref();
}
