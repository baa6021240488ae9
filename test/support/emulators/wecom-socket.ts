import { createCipheriv, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A frame as it went over the wire. */
export interface SocketFrame {
  readonly cmd?: string;
  readonly headers: { readonly req_id: string };
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What a frame meets: a code, no acknowledgement at all, a wire cut after it was taken, or before. */
export type Mishap = number | 'silence' | 'drop' | 'cut';

/**
 * A local long-connection server of WeCom: checks the subscription, answers heartbeats, acknowledges or refuses frames as
 * WeCom does (invented request ids, events answered as messages, pushes into chats where nobody spoke), kicks the old
 * connection when a new one subscribes, and can be told to be silent, to refuse and to drop.
 */
export interface WecomSocketEmulator {
  readonly url: string;
  /** Every frame but heartbeats and subscriptions, in order. */
  readonly frames: readonly SocketFrame[];
  readonly subscriptions: number;
  readonly pings: number;
  readonly connected: number;
  /** Sends a callback, the same id each time it is sent again; gives its request id. */
  say(body: Readonly<Record<string, unknown>>, reqId?: string): string;
  event(body: Readonly<Record<string, unknown>>): string;
  /** A file to be fetched, encrypted with a key of its own (or this one); gives its message part. */
  file(name: string, bytes: Buffer, key?: Buffer): { readonly url: string; readonly aeskey: string };
  /** The frame of this command after so many good ones meets this. */
  fail(cmd: string, how: Mishap, after?: number): void;
  /** How often a connection was kicked by a newer one. */
  readonly kicks: number;
  /** Takes what comes without a word, heartbeats too. */
  deaf(deaf: boolean): void;
  /** Cuts the wire. */
  drop(): void;
  /** Another program subscribes with the same bot. */
  kick(): void;
  /** From now on subscriptions get this code (0: accepted), or no answer. */
  subscriptionsGet(code: number | 'silence'): void;
  close(): Promise<void>;
}

/** Starts it on a port (a free one), for a bot of this id and secret. */
export async function wecomSocketEmulator(botId: string, secret: string, wanted = 0): Promise<WecomSocketEmulator> {
  const files = new Map<string, { name: string; bytes: Buffer }>();
  const http: Server = createServer((request, response) => {
    const found = files.get(request.url ?? '');
    if (!found) return void response.writeHead(404).end();
    const name = `filename*=UTF-8''${encodeURIComponent(found.name)}`;
    response.writeHead(200, { 'content-disposition': `attachment; ${name}` }).end(found.bytes);
  });
  const sockets = new WebSocketServer({ server: http });
  const state = new SocketState(botId, secret);
  sockets.on('connection', (socket) => state.join(socket));
  await new Promise<void>((resolve) => http.listen(wanted, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return Object.assign(state, {
    url: `ws://127.0.0.1:${port}`,
    file: (name: string, bytes: Buffer, key = randomBytes(32)) => {
      const path = `/file/${randomBytes(8).toString('hex')}`;
      files.set(path, { name, bytes: encrypted(bytes, key) });
      return { url: `http://127.0.0.1:${port}${path}`, aeskey: key.toString('base64').replace(/=+$/, '') };
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        http.close(() => resolve());
      }),
  });
}

function encrypted(bytes: Buffer, key: Buffer): Buffer {
  const pad = 32 - (bytes.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([bytes, Buffer.alloc(pad, pad)])), cipher.final()]);
}

class SocketState {
  readonly frames: SocketFrame[] = [];
  subscriptions = 0;
  pings = 0;
  kicks = 0;
  private hears = true;
  private live: WebSocket | null = null;
  private readonly requests = new Map<string, 'message' | 'event'>();
  private readonly spokenIn = new Set<string>();
  private readonly mishaps = new Map<string, { readonly how: Mishap; readonly after: number }>();
  private subscriptionCode: number | 'silence' = 0;
  private count = 0;
  private readonly keys: { readonly botId: string; readonly secret: string };

  constructor(botId: string, secret: string) {
    this.keys = { botId, secret };
  }

  get connected(): number {
    return this.live ? 1 : 0;
  }

  join(socket: WebSocket): void {
    socket.on('message', (data) => this.took(socket, JSON.parse(String(data)) as SocketFrame));
    socket.on('close', () => {
      if (this.live === socket) this.live = null;
    });
  }

  say(body: Readonly<Record<string, unknown>>, reqId?: string): string {
    const from = body.from as { userid: string };
    this.spokenIn.add(String(body.chatid ?? from.userid));
    return this.callback('aibot_msg_callback', 'message', body, reqId);
  }

  event(body: Readonly<Record<string, unknown>>): string {
    return this.callback('aibot_event_callback', 'event', { msgtype: 'event', ...body });
  }

  fail(cmd: string, how: Mishap, after = 0): void {
    this.mishaps.set(cmd, { how, after });
  }

  deaf(deaf: boolean): void {
    this.hears = !deaf;
  }

  drop(): void {
    this.live?.terminate();
    this.live = null;
  }

  kick(): void {
    this.kicks += 1;
    this.event({ msgid: `kick-${this.count}`, event: { eventtype: 'disconnected_event' } });
    this.live = null;
  }

  subscriptionsGet(code: number | 'silence'): void {
    this.subscriptionCode = code;
  }

  private callback(cmd: string, kind: 'message' | 'event', body: object, given?: string): string {
    this.count += 1;
    const reqId = given ?? `cb-${this.count}`;
    this.requests.set(reqId, kind);
    this.live?.send(JSON.stringify({ cmd, headers: { req_id: reqId }, body }));
    return reqId;
  }

  private took(socket: WebSocket, frame: SocketFrame): void {
    const ack = (errcode: number, body?: object) =>
      socket.send(JSON.stringify({ headers: frame.headers, errcode, errmsg: errcode ? 'refused' : 'ok', body }));
    if (frame.cmd === 'aibot_subscribe') {
      this.subscribe(socket, frame, ack);
      return;
    }
    if (!this.hears) return;
    if (frame.cmd === 'ping') this.pings += 1;
    const code = this.codeOf(socket, frame);
    if (code !== 0 || frame.cmd === 'ping') ack(code);
    else this.keep(socket, frame, ack);
  }

  private keep(socket: WebSocket, frame: SocketFrame, ack: (code: number, body?: object) => void): void {
    const mishap = this.mishapOf(frame.cmd ?? '');
    if (typeof mishap === 'number') ack(mishap);
    else if (mishap !== 'cut') this.frames.push(frame);
    if (mishap === 'drop' || mishap === 'cut') socket.terminate();
    if (mishap === undefined) ack(0, answerOf(frame));
  }

  private mishapOf(cmd: string): Mishap | undefined {
    const { how, after = 0 } = this.mishaps.get(cmd) ?? {};
    if (how === undefined) return undefined;
    if (after > 0) this.mishaps.set(cmd, { how, after: after - 1 });
    else this.mishaps.delete(cmd);
    return after > 0 ? undefined : how;
  }

  private subscribe(socket: WebSocket, { body }: SocketFrame, ack: (code: number) => void): void {
    this.subscriptions += 1;
    if (this.subscriptionCode === 'silence') return;
    const known = body?.bot_id === this.keys.botId && body?.secret === this.keys.secret;
    const code = known ? this.subscriptionCode : 853_000;
    if (code === 0 && this.live) this.kick();
    if (code === 0) this.live = socket;
    ack(code);
  }

  /** The code that WeCom gives a frame of this form, from this connection. */
  private codeOf(socket: WebSocket, { cmd, headers, body = {} }: SocketFrame): number {
    if (socket !== this.live) return 846_609;
    if (cmd === 'ping') return 0;
    const kind = this.requests.get(headers.req_id);
    if (cmd === 'aibot_send_msg') {
      if (!['markdown', 'template_card', 'image', 'file'].includes(String(body.msgtype))) return 40008;
      return this.spokenIn.has(String(body.chatid)) ? sizeOf(body) : 93006;
    }
    if (cmd === 'aibot_respond_msg') return kind === 'message' ? sizeOf(body) : 846605;
    if (cmd === 'aibot_respond_update_msg' || cmd === 'aibot_respond_welcome_msg') return kind === 'event' ? 0 : 846605;
    return cmd?.startsWith('aibot_upload_media_') ? 0 : 40008;
  }
}

const sizeOf = (body: Readonly<Record<string, unknown>>): number => {
  const { content = '' } = (body.stream ?? body.markdown ?? {}) as { content?: string };
  return Buffer.byteLength(content) > 20_480 ? 40_058 : 0;
};

function answerOf({ cmd, body }: SocketFrame): object | undefined {
  if (cmd === 'aibot_upload_media_init') return { upload_id: 'upload-1' };
  if (cmd === 'aibot_upload_media_finish') return { type: 'file', media_id: `media-${String(body?.upload_id)}` };
  return undefined;
}
