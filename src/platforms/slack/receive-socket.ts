import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import type { Log } from '../platform.ts';
import { SOCKET } from './limits.ts';
import { quietLogger } from './log.ts';

/** Times of Socket Mode, in milliseconds; shorter in tests. */
export type SocketTimes = { readonly [Name in keyof typeof SOCKET]: number };

/** How one connection came to its end. */
type End = 'refreshed' | 'lost' | 'refused';

/** What Slack's client hands over for one envelope. */
interface Envelope {
  readonly ack: (response?: unknown) => Promise<void>;
  readonly envelope_id: string;
  readonly body: Record<string, unknown>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

/** Errors of apps.connections.open that no waiting mends. */
const FINAL =
  /invalid_auth|not_authed|account_inactive|user_removed_from_team|team_disabled|not_allowed_token_type|missing_scope/;

/**
 * Socket Mode behind a guard: each connection is a client of its own that never reconnects by itself (Slack's gives up at
 * the first failed request, as an unhandled rejection, and leaves a hole of five seconds). Asked to refresh we open the next
 * one at once; a broken wire is mended for ever with growing, scattered pauses. An envelope is acknowledged only after
 * Bolt's listeners are done, that is after the commit: what was not committed comes again.
 */
export class SocketReceiver implements Receiver {
  private app: App | null = null;
  private ended: AbortController | null = null;
  private readonly keys: { readonly appToken: string; readonly apiUrl: string };
  private readonly log: Log;
  private readonly times: SocketTimes;

  constructor(keys: { readonly appToken: string; readonly apiUrl: string }, log: Log, times: SocketTimes = SOCKET) {
    this.keys = keys;
    this.log = log;
    this.times = times;
  }

  init(app: App): void {
    this.app = app;
  }

  /** Begins to connect; resolves without waiting for Slack. */
  async start(): Promise<void> {
    if (this.ended) return;
    this.ended = new AbortController();
    void this.keep(this.ended.signal);
  }

  async stop(): Promise<void> {
    this.ended?.abort();
    this.ended = null;
  }

  private async keep(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const began = performance.now();
      const end = await this.once(signal);
      const lived = performance.now() - began > this.times.livedMs;
      if (end === 'refreshed' && lived) {
        failures = 0;
        continue;
      }
      failures = lived ? 1 : failures + 1;
      const most = end === 'refused' ? this.times.refusedMs : this.times.retryMostMs;
      const wait = end === 'refused' ? most : Math.min(most, this.times.retryMs * 2 ** (failures - 1));
      await pause(wait * (0.5 + Math.random() / 2), signal);
    }
  }

  /** One connection from its opening to its end. */
  private once(signal: AbortSignal): Promise<End> {
    const client = new SocketModeClient({
      appToken: this.keys.appToken,
      autoReconnectEnabled: false,
      logger: quietLogger(this.log),
      clientOptions: { slackApiUrl: this.keys.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    });
    return new Promise<End>((resolve) => {
      let over = false;
      const end = (why: End): void => {
        if (over) return;
        over = true;
        clearTimeout(watchdog);
        signal.removeEventListener('abort', leave);
        client.disconnect().catch(() => undefined);
        resolve(why);
      };
      const leave = (): void => end('lost');
      const watchdog = setTimeout(leave, this.times.helloMs);
      client.on('connected', () => {
        clearTimeout(watchdog);
        if (over) client.disconnect().catch(() => undefined);
        else this.log.info({}, 'slack: connected');
      });
      client.on('slack_event', (envelope: Envelope) => void this.take(envelope));
      client.on('ws_message', (data: unknown) => {
        if (isRefresh(data)) end('refreshed');
      });
      client.on('disconnected', leave);
      signal.addEventListener('abort', leave);
      client.start().catch((error: unknown) => end(this.failed(error)));
    });
  }

  private failed(error: unknown): End {
    const said = error instanceof Error ? error.message.slice(0, 200) : 'closed';
    this.log.error({ said }, 'slack: no connection');
    return FINAL.test(said) ? 'refused' : 'lost';
  }

  private async take({ ack, body, envelope_id: id, retry_num, retry_reason }: Envelope): Promise<void> {
    let response: unknown;
    const event: ReceiverEvent = {
      body,
      ack: async (given?: unknown) => {
        response = given ?? undefined;
      },
      customProperties: { signature: typeof body.trigger_id === 'string' ? '' : id },
      ...(retry_num === undefined ? {} : { retryNum: retry_num }),
      ...(retry_reason === undefined ? {} : { retryReason: retry_reason }),
    };
    try {
      await this.app?.processEvent(event);
      await ack(response);
    } catch (error) {
      this.log.error({ err: error }, 'slack: an envelope was not taken and will come again');
    }
  }
}

/** Slack tells in a frame that this connection ends soon. */
function isRefresh(data: unknown): boolean {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return false;
  try {
    return (JSON.parse(data) as { type?: unknown }).type === 'disconnect';
  } catch {
    return false;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
