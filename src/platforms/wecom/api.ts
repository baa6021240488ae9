import { DeliveryError, type Host, noResponse, retryAfterMs, unseen } from '../platform.ts';
import { formOf } from './attach.ts';
import type { AppKeys } from './config.ts';
import { MEDIA_HOURS, NAME, TIMEOUT_MS } from './limits.ts';
import { Token } from './token.ts';

/** WeCom's answer to one call. */
export type WecomAnswer = Readonly<Record<string, unknown>> & { readonly errcode?: number; readonly errmsg?: string };

/** The token is wrong or over. Wrong keys (40001, 40013 …) are no such thing: another token would not help. */
const TOKEN_ERRORS = new Set([40014, 42001]);
const LIMITED = new Set([45009, 45033, -1]);

/** One POST of JSON or a form, or a GET without a body; throws a DeliveryError of the kind that fits. The URL is never put into a message: it holds secrets. */
export async function post(url: string, body?: string | FormData): Promise<WecomAnswer> {
  let response: Response;
  try {
    const headers: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    response = await fetch(url, {
      ...(body === undefined ? {} : { method: 'POST', headers, body }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw noResponse(error, 'WeCom');
  }
  if (response.status === 429) throw new DeliveryError('limited', 'status 429', retryAfterMs(response));
  if (response.status >= 400)
    throw new DeliveryError(response.status >= 500 ? 'unknown' : 'refused', `status ${response.status}`);
  const answer = (await response.json().catch(() => null)) as WecomAnswer | null;
  if (!answer) throw new DeliveryError('unknown', 'no JSON in the answer');
  const code = answer.errcode ?? 0;
  if (LIMITED.has(code)) throw new DeliveryError('limited', `errcode ${code}`, code === 45009 ? 60_000 : 5000);
  if (code !== 0)
    throw Object.assign(new DeliveryError('refused', `errcode ${code} ${answer.errmsg ?? ''}`.trim()), { code });
  return answer;
}

/** The self-built app's API: one token for all replicas, another one when it was refused. */
export class AppApi {
  private readonly token: Token;
  private readonly media = new Map<string, { readonly id: string; readonly until: number }>();
  private readonly apiUrl: string;

  constructor({ corpId, agentId, secret }: Omit<AppKeys, 'callback'>, apiUrl: string, { kept }: Pick<Host, 'kept'>) {
    this.apiUrl = apiUrl;
    const query = new URLSearchParams({ corpid: corpId, corpsecret: secret });
    this.token = new Token(kept(`${NAME}/token/${corpId}/${agentId}`), secret, async () => {
      const answer = await unseen(() => post(`${apiUrl}/cgi-bin/gettoken?${query}`));
      return { token: String(answer.access_token ?? ''), seconds: Number(answer.expires_in ?? 7200) };
    });
  }

  /** Calls a method with the token, once more with another one when that was refused. */
  async call(path: string, body?: string | FormData): Promise<WecomAnswer> {
    const token = await this.token.get();
    try {
      return await this.callWith(token, path, body);
    } catch (error) {
      if (!TOKEN_ERRORS.has(codeOf(error))) throw error;
      this.token.refuse(token);
      return this.callWith(await this.token.get(), path, body).catch((again: unknown) => {
        if (!TOKEN_ERRORS.has(codeOf(again))) throw again;
        throw new DeliveryError('limited', `a fresh token was refused, errcode ${codeOf(again)}`, 5000);
      });
    }
  }

  /** Uploads a file once for its key, so that a message sent again has the same bytes; gives its media id. */
  async upload(type: 'image' | 'file', key: string, bytes: Buffer, name: string): Promise<string> {
    const now = Date.now();
    for (const [old, { until }] of this.media) if (until < now) this.media.delete(old);
    const known = this.media.get(key);
    if (known) return known.id;
    const answer = await unseen(() => this.call(`media/upload?type=${type}`, formOf(bytes, name)));
    const id = String(answer.media_id ?? '');
    this.media.set(key, { id, until: now + MEDIA_HOURS * 3_600_000 });
    return id;
  }

  private callWith(token: string, path: string, body?: string | FormData): Promise<WecomAnswer> {
    const query = `${path.includes('?') ? '&' : '?'}access_token=${encodeURIComponent(token)}`;
    return post(`${this.apiUrl}/cgi-bin/${path}${query}`, body);
  }
}

/** WeCom's code of a failed call; 0 when it said none. */
export const codeOf = (error: unknown): number => (error as { code?: number } | null)?.code ?? 0;
