import { randomUUID } from 'node:crypto';
import { WSClient } from '@wecom/aibot-node-sdk';
import { DeliveryError, type Log } from '../platform.ts';
import { ackError, socketError } from './ack.ts';
import type { SocketKeys } from './config.ts';
import { AUTH_MS, HEARTBEAT_MS } from './limits.ts';

/** A frame that WeCom sent of itself: a message or an event. */
export interface Frame {
  readonly headers: { readonly req_id: string };
  readonly body: unknown;
}

/** Why a connection ended: the wire broke, another connection of the same bot took over, or we closed it. */
export type End = 'lost' | 'kicked' | 'closed';

/** One authenticated connection, from its subscription to its end. It is never opened again: the next one is a new one. */
export interface Connection {
  /**
   * Sends a frame and waits for its acknowledgement, whose body it gives. `reqId`: of the callback that is answered; left
   * out for what nobody asked for. Throws a DeliveryError; an AckError carries WeCom's code.
   */
  ask(cmd: string, body: Readonly<Record<string, unknown>>, reqId?: string): Promise<Readonly<Record<string, unknown>>>;
  /** Uploads a picture or a file; gives its media id, good for three days. */
  upload(bytes: Buffer, type: 'image' | 'file', filename: string): Promise<string>;
  readonly ended: Promise<End>;
  close(): void;
}

/** The subscription was refused: `code` is WeCom's (853000: wrong id or secret). */
export class SubscriptionError extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`subscription refused ${code}`);
    this.name = 'SubscriptionError';
    this.code = code;
  }
}

/** Times of a connection, shorter in tests. */
export interface ConnectionTimes {
  readonly authMs?: number;
  readonly heartbeatMs?: number;
}

/**
 * Opens a connection behind a guard around WeCom's SDK. The SDK never reconnects here (its counters do not recover, and a
 * reused client leaks a second connection that kicks the first), a subscription that is never answered is given up, a
 * request whose acknowledgement is late is never followed by another of the same id (the SDK would take the late one for
 * the new one), and its errors, some of them bare frames, become ours. Resolves once WeCom accepted the subscription.
 */
export async function openConnection(
  keys: SocketKeys,
  heard: (frame: Frame) => void,
  log: Log,
  { authMs = AUTH_MS, heartbeatMs = HEARTBEAT_MS }: ConnectionTimes = {},
): Promise<Connection> {
  const client = new WSClient({
    botId: keys.botId,
    secret: keys.secret,
    wsUrl: keys.url,
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
    heartbeatInterval: heartbeatMs,
    logger: quiet(log),
  });
  let end: (why: End) => void = () => undefined;
  const ended = new Promise<End>((resolve) => {
    end = resolve;
  });
  let kicked = false;
  client.on('error', () => undefined);
  client.on('message', (frame) => heard(frame as Frame));
  client.on('event', (frame) => {
    if (isKick(frame.body)) kicked = true;
    else heard(frame as Frame);
  });
  client.on('disconnected', () => end(kicked ? 'kicked' : 'lost'));
  const close = (): void => {
    client.disconnect();
    end('closed');
  };
  try {
    await subscribed(client, authMs);
  } catch (error) {
    close();
    throw error;
  }
  return { ended, close, ask: asker(client), upload: (bytes, type, filename) => upload(client, bytes, type, filename) };
}

const isKick = (body: unknown): boolean =>
  (body as { event?: { eventtype?: unknown } } | undefined)?.event?.eventtype === 'disconnected_event';

/** Connects, and waits for the subscription to be accepted, refused or forgotten. */
function subscribed(client: WSClient, authMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const watchdog = setTimeout(() => reject(new Error('no answer to the subscription')), authMs);
    const settle = (error?: Error): void => {
      clearTimeout(watchdog);
      if (error) reject(error);
      else resolve();
    };
    client.on('authenticated', () => settle());
    client.on('disconnected', () => settle(new Error('closed before the subscription')));
    client.on('error', (error) => {
      const code = /^Authentication failed: .*\(code: (-?\d+)\)$/s.exec(error.message)?.[1];
      settle(code === undefined ? error : new SubscriptionError(Number(code)));
    });
    client.connect();
  });
}

/** One request at a time for each id; none after one of that id stayed without its acknowledgement. */
function asker(client: WSClient): Connection['ask'] {
  const lanes = new Map<string, Promise<unknown>>();
  const doubtful = new Set<string>();
  return async (cmd, body, reqId = `${cmd}_${randomUUID()}`) => {
    const before = lanes.get(reqId) ?? Promise.resolve();
    const mine = before.then(async () => {
      if (doubtful.has(reqId)) throw ackError(846605);
      try {
        return (await client.reply({ headers: { req_id: reqId } }, body, cmd)) as { body?: Record<string, unknown> };
      } catch (error) {
        const failure = normalised(error);
        if (failure.kind === 'unknown') doubtful.add(reqId);
        throw failure;
      }
    });
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    lanes.set(reqId, settled);
    try {
      return (await mine).body ?? {};
    } finally {
      if (lanes.get(reqId) === settled) lanes.delete(reqId);
    }
  };
}

async function upload(client: WSClient, bytes: Buffer, type: 'image' | 'file', filename: string): Promise<string> {
  try {
    return (await client.uploadMedia(bytes, { type, filename })).media_id;
  } catch (error) {
    const failure = normalised(error);
    throw failure.kind === 'unknown' ? new DeliveryError('unreachable', 'upload failed') : failure;
  }
}

/** The SDK rejects with the bare acknowledgement for a code, and with an Error for a timeout or a closed socket. */
function normalised(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? ackError(code) : socketError(error);
}

/** The SDK prints whole bodies, and says of every end that it gives up: what only it knows is kept, its first words. */
const quiet = (log: Log) => {
  const kept = (words: string): void => {
    if (!/^(?:WebSocket|Max |Authentication|Received disconnected)/.test(words))
      log.warn({ said: words.split(/[:：{]/)[0]?.slice(0, 80) }, 'wecom socket');
  };
  return { debug: () => undefined, info: () => undefined, warn: kept, error: kept };
};
