import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SlackViews } from './slack-views.ts';

/** A call that the fake Slack got. */
export interface SlackCall {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What can go wrong with a call. */
export type SlackFailure = 'limited' | 'lost' | 'cut' | { readonly error: string };

/** A local Slack Web API: checks the token, keeps what it gets, and can be told to fail the next calls. */
export interface SlackEmulator {
  readonly apiUrl: string;
  readonly calls: readonly SlackCall[];
  readonly uploads: readonly Buffer[];
  /** Modals, homes and trigger ids. */
  readonly views: SlackViews;
  /** A response URL of Slack's: five uses. */
  responseUrl(): string;
  /** A call of a method, after so many good ones: limited, refused, stored without an answer, or cut off before it is stored. */
  fail(method: string, how: SlackFailure, after?: number): void;
  /** Nobody listens any more, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function slackEmulator(token: string): Promise<SlackEmulator> {
  const views = new SlackViews();
  const responses = new Map<string, number>();
  const calls: SlackCall[] = [];
  const uploads: Buffer[] = [];
  const failures = new Map<string, { readonly how: SlackFailure; after: number }>();
  const failureOf = (method: string): SlackFailure | undefined => {
    const found = failures.get(method);
    if (!found || found.after-- > 0) return undefined;
    failures.delete(method);
    return found.how;
  };
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
    if (method.startsWith('/response/')) {
      const left = responses.get(method) ?? 0;
      responses.set(method, left - 1);
      if (left > 0) calls.push({ method: 'response_url', body: JSON.parse(raw.toString()) as Record<string, unknown> });
      response.writeHead(left > 0 ? 200 : 404).end('ok');
      return;
    }
    if (request.headers.authorization !== `Bearer ${token}`) return json({ ok: false, error: 'invalid_auth' });
    const failure = failureOf(method);
    if (failure === 'cut') return request.socket.destroy();
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
    const viewed = views.answer(method, calls.at(-1)?.body ?? {});
    if (viewed) return json(viewed);
    if (method === 'files.getUploadURLExternal')
      return json({ ok: true, upload_url: `${base}/upload/${calls.length}`, file_id: `F${calls.length}` });
    if (method === 'conversations.open') return json({ ok: true, channel: { id: `D${calls.at(-1)?.body.users}` } });
    if (method === 'conversations.history') {
      const messages = calls.flatMap(({ method: made, body }, at): readonly object[] => {
        if (made === 'chat.postMessage')
          return [{ ts: tsOf(at), metadata: body.metadata, text: body.text, blocks: body.blocks }];
        return made === 'files.completeUploadExternal' ? [{ ts: tsOf(at), files: body.files }] : [];
      });
      return json({ ok: true, messages: sliceOf(messages as readonly Posted[], calls.at(-1)?.body ?? {}) });
    }
    if (method === 'chat.update') {
      const { ts, text } = calls.at(-1)?.body ?? {};
      const known = calls.some(({ method: made }, at) => made === 'chat.postMessage' && tsOf(at) === ts);
      if (!known) return json({ ok: false, error: 'message_not_found' });
      if (String(text ?? '').length > 4000) return json({ ok: false, error: 'msg_too_long' });
      return json({ ok: true, ts });
    }
    json({ ok: true, ts: tsOf(calls.length - 1), channel: 'C0WORK' });
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  return {
    apiUrl: `${base}/api/`,
    calls,
    uploads,
    views,
    responseUrl: () => {
      const path = `/response/${responses.size + 1}`;
      responses.set(path, 5);
      return base + path;
    },
    fail: (method, how, after = 0) => void failures.set(method, { how, after }),
    down: close,
    up: () => listen(port),
    close,
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

interface Posted {
  readonly ts: string;
}

/** History is read newest first where an end is given. */
function sliceOf(messages: readonly Posted[], { latest, limit }: Readonly<Record<string, unknown>>): readonly Posted[] {
  if (latest === undefined) return messages;
  return messages
    .filter(({ ts }) => ts <= String(latest))
    .reverse()
    .slice(0, Number(limit));
}

const tsOf = (index: number): string => `1781056800.${String(index).padStart(6, '0')}`;

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
