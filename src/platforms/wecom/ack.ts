import { DeliveryError, type DeliveryKind } from '../platform.ts';

/** What WeCom's codes on the long connection mean for a message; a code that is not here is refused. */
const KINDS: Readonly<Record<number, readonly [kind: DeliveryKind, retryAfterMs?: number]>> = {
  [-1]: ['limited', 5000],
  6000: ['limited', 1000],
  45009: ['limited', 60_000],
  45033: ['limited', 5000],
  846607: ['limited', 60_000],
  846609: ['unreachable'],
};

/** The request id is invented, expired or an event's; the stream is unknown or too old: the same words can be pushed. */
const STALE = new Set([846605, 846606, 846608]);

/** WeCom acknowledged a frame with a code. */
class AckError extends DeliveryError {
  readonly code: number;

  constructor(kind: DeliveryKind, code: number, retryAfterMs?: number) {
    super(kind, `errcode ${code}`, retryAfterMs);
    this.name = 'AckError';
    this.code = code;
  }
}

/** The error of an acknowledgement's code. */
export function ackError(code: number): AckError {
  const [kind, retryAfterMs] = KINDS[code] ?? ['refused'];
  return new AckError(kind, code, retryAfterMs);
}

/** Whether an answer that was refused so can be said as a message of its own. */
export const isStale = (error: unknown): boolean => error instanceof AckError && STALE.has(error.code);

/** A failure without an answer: certainly not sent while there is no socket, otherwise nobody knows. */
export function socketError(error: unknown): DeliveryError {
  const words = error instanceof Error ? error.message : '';
  return words.startsWith('WebSocket not connected')
    ? new DeliveryError('unreachable', 'no connection')
    : new DeliveryError('unknown', 'no acknowledgement');
}
