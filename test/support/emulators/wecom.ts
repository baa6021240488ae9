import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encrypt, getSignature } from '@wecom/crypto';
import { WecomDirectory } from './wecom-directory.ts';
import { limitBroken } from './wecom-limits.ts';

/** A call that the fake WeCom got. */
export interface WecomCall {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A local WeCom API: tokens that can be made stale, messages, group webhooks, uploads, response URLs, the directory. */
export interface WecomEmulator {
  readonly url: string;
  readonly calls: readonly WecomCall[];
  readonly tokens: number;
  readonly directory: WecomDirectory;
  /** Accounts that messages do not reach: unknown ones, ones without a licence. */
  readonly unreached: Map<string, 'invaliduser' | 'unlicenseduser'>;
  /** What people sent to the app, by media id. */
  readonly media: Map<string, { readonly name: string; readonly bytes: Buffer }>;
  /** Every token so far is refused from now on. */
  expireTokens(): void;
  /** So many calls (one) whose path begins so, after so many good ones: an error, stored without an answer, or cut off before. */
  fail(path: string, how: number | 'lost' | 'cut', after?: number, times?: number): void;
  /** Nobody listens any more, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

/** The keys of the one app there is. */
export interface WecomAppSecrets {
  readonly corpId: string;
  readonly agentId: string;
  readonly secret: string;
}

/** Starts it on a free port (or this one), for any app or for the one with these keys. */
export async function wecomEmulator(only?: WecomAppSecrets, port0 = 0): Promise<WecomEmulator> {
  const calls: WecomCall[] = [];
  const failures = new Map<string, { readonly how: number | 'lost' | 'cut'; after: number; times: number }>();
  const failureOf = (path: string): number | 'lost' | 'cut' | undefined => {
    const found = [...failures].find(([prefix]) => path.startsWith(prefix));
    if (!found || found[1].after-- > 0) return undefined;
    found[1].times -= 1;
    if (found[1].times === 0) failures.delete(found[0]);
    return found[1].how;
  };
  const directory = new WecomDirectory();
  const media: WecomEmulator['media'] = new Map();
  const unreached: WecomEmulator['unreached'] = new Map();
  const seen = new Set<string>();
  const used = new Set<string>();
  let tokens = 0;
  const server = createServer(async (request, response) => {
    const raw = await readAll(request);
    const url = new URL(request.url ?? '/', 'http://x');
    const path = url.pathname.replace('/cgi-bin/', '');
    const json = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (path === 'gettoken') {
      const trouble = failureOf(path);
      if (typeof trouble === 'number') return json({ errcode: trouble, errmsg: 'told to' });
      if (trouble) return request.socket.destroy();
      if (only && url.searchParams.get('corpid') !== only.corpId)
        return json({ errcode: 40013, errmsg: 'invalid corpid' });
      if (only && url.searchParams.get('corpsecret') !== only.secret)
        return json({ errcode: 40001, errmsg: 'invalid credential' });
      tokens += 1;
      return json({ errcode: 0, access_token: `token-${tokens}`, expires_in: 7200 });
    }
    const token = url.searchParams.get('access_token');
    if (/^(?:message|media|agent|user|department|batch)\//.test(path) && token !== `token-${tokens}`)
      return json({ errcode: 42001, errmsg: 'access_token expired' });
    const code = url.searchParams.get('response_code') ?? pressCode(path, raw);
    if (code !== null && used.has(code)) return json({ errcode: 60140, errmsg: 'response_code used' });
    const failure = failureOf(path);
    if (failure === 'cut') return request.socket.destroy();
    if (typeof failure === 'number') return json({ errcode: failure, errmsg: 'told to' });
    const told = directory.answer(path, url.searchParams, raw.toString());
    if (told) return json({ errcode: 0, errmsg: 'ok', ...told });
    if (path === 'media/get') {
      const found = media.get(url.searchParams.get('media_id') ?? '');
      if (!found) return json({ errcode: 40007, errmsg: 'invalid media_id' });
      const disposition = `attachment; filename="${found.name}"`;
      return response.writeHead(200, { 'content-disposition': disposition }).end(found.bytes);
    }
    if (path === 'agent/get' && only && url.searchParams.get('agentid') !== only.agentId)
      return json({ errcode: 301002, errmsg: 'not allow operate another agent with this accesstoken' });
    if (path === 'agent/get') return json({ errcode: 0, errmsg: 'ok', name: '小招', ...directory.visible() });
    const form = String(request.headers['content-type']).includes('multipart');
    const again = path === 'message/send' && raw.includes('"enable_duplicate_check":1') && seen.has(raw.toString());
    if (path === 'message/send') seen.add(raw.toString());
    if (again) return json({ errcode: 0, errmsg: 'ok', msgid: 'duplicate' });
    const broken = form ? 0 : limitBroken(path, JSON.parse(raw.toString() || '{}') as object);
    if (broken) return json({ errcode: broken, errmsg: 'a limit is broken' });
    const { touser = '' } = form ? {} : (JSON.parse(raw.toString() || '{}') as { touser?: string });
    const missed = unreached.get(touser.toLowerCase());
    if (missed) return json({ errcode: 0, errmsg: 'ok', [missed]: touser, msgid: 'none' });
    calls.push({
      path,
      body: form ? { bytes: raw.length } : (JSON.parse(raw.toString() || '{}') as Record<string, unknown>),
    });
    if (code !== null) used.add(code);
    if (failure === 'lost') return request.socket.destroy();
    json({ errcode: 0, errmsg: 'ok', msgid: `m${calls.length}`, media_id: `media-${calls.length}` });
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(port0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    directory,
    media,
    unreached,
    get tokens() {
      return tokens;
    },
    expireTokens: () => {
      tokens += 1;
    },
    fail: (path, how, after = 0, times = 1) => void failures.set(path, { how, after, times }),
    down: close,
    up: () => listen(port),
    close,
  };
}

/** What a card is updated with: it works once, as a response URL does. */
const pressCode = (path: string, raw: Buffer): string | null =>
  path === 'message/update_template_card'
    ? (JSON.parse(raw.toString()) as { response_code: string }).response_code
    : null;

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
