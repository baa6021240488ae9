import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** An envelope's kind and what is in it. */
export interface Envelope {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Slack's Socket Mode: apps.connections.open for the right app token, hello, envelopes to one of the connections, their
 * acknowledgements, redelivery of events that were not acknowledged, refresh, dropped wires. Every other call goes to the
 * emulated Web API behind it.
 */
export interface SlackSocketEmulator {
  readonly apiUrl: string;
  readonly opens: number;
  readonly connected: number;
  /** Ids of acknowledged envelopes, in order. */
  readonly acks: readonly string[];
  /** What an acknowledgement carried, by the envelope's id. */
  readonly answers: ReadonlyMap<string, unknown>;
  /** Delivers an envelope; gives its id. */
  deliver(envelope: Envelope): string;
  /** Delivers again what was not acknowledged, as Slack does. */
  redeliver(): void;
  /** Tells the connections that they end soon, and hangs up. */
  refresh(reason: 'warning' | 'refresh_requested' | 'too_many_websockets'): void;
  drop(): void;
  /** From now on apps.connections.open gives this error (null: none); "silence": connections get no hello. */
  opensGet(how: string | null | 'silence'): void;
  close(): Promise<void>;
}

/** Starts it on a port (a free one) before an emulated Web API. */
export async function slackSocketEmulator(appToken: string, behind: string, wanted = 0): Promise<SlackSocketEmulator> {
  const http = createServer((request, response) => {
    if (request.url === '/api/apps.connections.open') state.open(request, response, appToken);
    else void forward(request, response, behind).catch(() => request.socket.destroy());
  });
  const sockets = new WebSocketServer({ server: http, path: '/link' });
  sockets.on('connection', (socket) => state.join(socket));
  await new Promise<void>((resolve) => http.listen(wanted, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const state = new SocketState(`ws://127.0.0.1:${port}/link`);
  return Object.assign(state, {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    close: () =>
      new Promise<void>((resolve) => {
        state.drop();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  });
}

async function forward(request: IncomingMessage, response: ServerResponse, behind: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const url = behind + (request.url ?? '').replace('/api/', '');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization, 'content-type': type },
    body: Buffer.concat(chunks),
  });
  response
    .writeHead(answer.status, { 'content-type': 'application/json' })
    .end(Buffer.from(await answer.arrayBuffer()));
}

class SocketState {
  opens = 0;
  readonly acks: string[] = [];
  readonly answers = new Map<string, unknown>();
  private readonly live: WebSocket[] = [];
  private readonly unacknowledged = new Map<string, Envelope & { readonly attempt: number }>();
  private mood: string | null = null;
  private count = 0;
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  get connected(): number {
    return this.live.length;
  }

  open(request: IncomingMessage, response: ServerResponse, appToken: string): void {
    this.opens += 1;
    const known = request.headers.authorization === `Bearer ${appToken}`;
    const error = known ? (this.mood === 'silence' ? null : this.mood) : 'invalid_auth';
    const body = error ? { ok: false, error } : { ok: true, url: this.url };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  join(socket: WebSocket): void {
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown };
      this.acks.push(id);
      this.answers.set(id, payload);
      this.unacknowledged.delete(id);
    });
    socket.on('close', () => {
      const at = this.live.indexOf(socket);
      if (at >= 0) this.live.splice(at, 1);
    });
    if (this.mood === 'silence') return;
    this.live.push(socket);
    socket.send(JSON.stringify({ type: 'hello', num_connections: this.live.length }));
  }

  deliver(envelope: Envelope): string {
    this.count += 1;
    const id = `env-${this.count}`;
    this.unacknowledged.set(id, { ...envelope, attempt: 0 });
    this.put(id);
    return id;
  }

  redeliver(): void {
    for (const [id, envelope] of [...this.unacknowledged]) {
      if (envelope.type !== 'events_api') continue;
      this.unacknowledged.set(id, { ...envelope, attempt: envelope.attempt + 1 });
      this.put(id);
    }
  }

  refresh(reason: string): void {
    for (const socket of this.live.splice(0)) {
      socket.send(JSON.stringify({ type: 'disconnect', reason }));
      socket.close(1000);
    }
  }

  drop(): void {
    for (const socket of this.live.splice(0)) socket.terminate();
  }

  opensGet(how: string | null): void {
    this.mood = how;
  }

  private put(id: string): void {
    const { type, payload, attempt } = this.unacknowledged.get(id) ?? {};
    const retry = attempt ? { retry_attempt: attempt, retry_reason: 'timeout' } : {};
    const socket = this.live[this.count % Math.max(1, this.live.length)];
    socket?.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: false, ...retry }));
  }
}
