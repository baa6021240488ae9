import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that the fake Slack got. */
export interface SlackCall {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A local Slack Web API: checks the token, keeps what it gets, and can be told to fail the next calls. */
export interface SlackEmulator {
  readonly apiUrl: string;
  readonly calls: readonly SlackCall[];
  readonly uploads: readonly Buffer[];
  /** The next call of a method: limited, refused with an error, stored without an answer, or cut off. */
  fail(method: string, how: 'limited' | 'lost' | { readonly error: string }): void;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function slackEmulator(token: string): Promise<SlackEmulator> {
  const calls: SlackCall[] = [];
  const uploads: Buffer[] = [];
  const failures = new Map<string, 'limited' | 'lost' | { readonly error: string }>();
  let base = '';
  const server: Server = createServer(async (request, response) => {
    const raw = await readAll(request);
    const method = (request.url ?? '').replace(/^\/api\//, '').split('?')[0] ?? '';
    const json = (value: unknown, status = 200, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    if (method.startsWith('/upload/')) {
      uploads.push(raw);
      response.writeHead(200).end(`OK - ${raw.length}`);
      return;
    }
    if (request.headers.authorization !== `Bearer ${token}`) return json({ ok: false, error: 'invalid_auth' });
    const failure = failures.get(method);
    failures.delete(method);
    if (failure === 'limited') return json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '1' });
    if (typeof failure === 'object') return json({ ok: false, error: failure.error });
    const form = String(request.headers['content-type']).includes('form');
    calls.push({
      method,
      body: form
        ? Object.fromEntries(new URLSearchParams(raw.toString()))
        : (JSON.parse(raw.toString()) as Record<string, unknown>),
    });
    if (failure === 'lost') return request.socket.destroy();
    if (method === 'files.getUploadURLExternal')
      return json({ ok: true, upload_url: `${base}/upload/${calls.length}`, file_id: `F${calls.length}` });
    if (method === 'conversations.history') {
      const messages = calls
        .filter((call) => call.method === 'chat.postMessage')
        .map((call, at) => ({ ts: `17.${at}`, metadata: call.body.metadata }));
      return json({ ok: true, messages });
    }
    json({ ok: true, ts: `17.${calls.length}`, channel: 'C0WORK' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${base}/api/`,
    calls,
    uploads,
    fail: (method, how) => void failures.set(method, how),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A request as Slack signs it. `at`: unix seconds; `signature` replaces the right one. */
export function signed(
  secret: string,
  body: string,
  type: string,
  { at, signature }: { at?: number; signature?: string } = {},
): RequestInit {
  const stamp = String(at ?? Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': signature ?? `v0=${mac}`,
    },
  };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
