import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encrypt, getSignature } from '@wecom/crypto';

/** A call that the fake WeCom got. */
export interface WecomCall {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A local WeCom API: tokens that can be made stale, messages, group webhooks, uploads, response URLs. */
export interface WecomEmulator {
  readonly url: string;
  readonly calls: readonly WecomCall[];
  readonly tokens: number;
  /** Every token so far is refused from now on. */
  expireTokens(): void;
  /** The next call whose path begins so answers with this error. */
  fail(path: string, errcode: number): void;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function wecomEmulator(): Promise<WecomEmulator> {
  const calls: WecomCall[] = [];
  const failures = new Map<string, number>();
  let tokens = 0;
  const server = createServer(async (request, response) => {
    const raw = await readAll(request);
    const url = new URL(request.url ?? '/', 'http://x');
    const path = url.pathname.replace('/cgi-bin/', '');
    const json = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (path === 'gettoken') {
      tokens += 1;
      return json({ errcode: 0, access_token: `token-${tokens}`, expires_in: 7200 });
    }
    const token = url.searchParams.get('access_token');
    if (/^(?:message|media|agent)\//.test(path) && token !== `token-${tokens}`)
      return json({ errcode: 42001, errmsg: 'access_token expired' });
    const failure = [...failures].find(([prefix]) => path.startsWith(prefix));
    if (failure) {
      failures.delete(failure[0]);
      return json({ errcode: failure[1], errmsg: 'told to' });
    }
    const form = String(request.headers['content-type']).includes('multipart');
    calls.push({
      path,
      body: form ? { bytes: raw.length } : (JSON.parse(raw.toString() || '{}') as Record<string, unknown>),
    });
    json({ errcode: 0, errmsg: 'ok', msgid: `m${calls.length}`, media_id: `media-${calls.length}` });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    get tokens() {
      return tokens;
    },
    expireTokens: () => {
      tokens += 1;
    },
    fail: (path, errcode) => void failures.set(path, errcode),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A callback as WeCom signs and encrypts it: query and body. Each word can be made wrong. */
export function callback(
  keys: { readonly token: string; readonly aesKey: string },
  plain: string,
  receiveId: string,
  {
    at = Math.floor(Date.now() / 1000),
    signature,
    cipher,
  }: { at?: number; signature?: string; cipher?: (encrypted: string) => string } = {},
): { readonly query: string; readonly encrypted: string } {
  const made = encrypt(keys.aesKey, plain, receiveId);
  const encrypted = cipher ? cipher(made) : made;
  const nonce = randomBytes(6).toString('hex');
  const sign = signature ?? getSignature(keys.token, String(at), nonce, encrypted);
  return { query: `msg_signature=${sign}&timestamp=${at}&nonce=${nonce}`, encrypted };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
