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
  const headers: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  return answerIn(await ask(url, TIMEOUT_MS, body === undefined ? {} : { method: 'POST', headers, body }));
}

async function ask(url: string, timeoutMs: number, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { ...init, redirect: 'error', signal }).catch((error: unknown) => {
    throw noResponse(error, 'WeCom');
  });
  if (response.status === 429) throw new DeliveryError('limited', 'status 429', retryAfterMs(response));
  if (response.status >= 400)
    throw new DeliveryError(response.status >= 500 ? 'unknown' : 'refused', `status ${response.status}`);
  return response;
}

/** The JSON of an answer, unless it says no. */
async function answerIn(response: Response): Promise<WecomAnswer> {
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
  private readonly uploaded = new Map<string, { readonly id: string; readonly until: number }>();
  private readonly apiUrl: string;

  constructor({ corpId, agentId, secret }: Omit<AppKeys, 'callback'>, apiUrl: string, { kept }: Pick<Host, 'kept'>) {
    this.apiUrl = apiUrl;
    const query = new URLSearchParams({ corpid: corpId, corpsecret: secret });
    this.token = new Token(kept(`${NAME}/token/${corpId}/${agentId}`), secret, async () => {
      const answer = await unseen(() => post(`${apiUrl}/cgi-bin/gettoken?${query}`));
      return { token: String(answer.access_token ?? ''), seconds: Number(answer.expires_in ?? 7200) };
    });
  }

  /** Calls a method with the token. */
  call(path: string, body?: string | FormData): Promise<WecomAnswer> {
    return this.withToken((token) => post(this.urlOf(path, token), body));
  }

  /** A file that somebody sent to the app, its bytes not yet read; WeCom says no in JSON. */
  download(mediaId: string, timeoutMs: number): Promise<Response> {
    return this.withToken(async (token) => {
      const url = this.urlOf(`media/get?media_id=${encodeURIComponent(mediaId)}`, token);
      const response = await ask(url, timeoutMs, {});
      if (/json|text\/plain/.test(response.headers.get('content-type') ?? '')) await answerIn(response);
      return response;
    });
  }

  /** Does it with the token, once more with another one when that was refused. */
  private async withToken<Result>(work: (token: string) => Promise<Result>): Promise<Result> {
    const token = await this.token.get();
    try {
      return await work(token);
    } catch (error) {
      if (!TOKEN_ERRORS.has(codeOf(error))) throw error;
      this.token.refuse(token);
      return work(await this.token.get()).catch((again: unknown) => {
        if (!TOKEN_ERRORS.has(codeOf(again))) throw again;
        throw new DeliveryError('limited', `a fresh token was refused, errcode ${codeOf(again)}`, 5000);
      });
    }
  }

  /** Uploads a file once for its key, so that a message sent again has the same bytes; gives its media id. */
  async upload(type: 'image' | 'file', key: string, bytes: Buffer, name: string): Promise<string> {
    const now = Date.now();
    for (const [old, { until }] of this.uploaded) if (until < now) this.uploaded.delete(old);
    const known = this.uploaded.get(key);
    if (known) return known.id;
    const answer = await unseen(() => this.call(`media/upload?type=${type}`, formOf(bytes, name)));
    const id = String(answer.media_id ?? '');
    this.uploaded.set(key, { id, until: now + MEDIA_HOURS * 3_600_000 });
    return id;
  }

  /** Forgets what was uploaded for a key: WeCom no longer has it. */
  forget(key: string): void {
    this.uploaded.delete(key);
  }

  private urlOf(path: string, token: string): string {
    const query = `${path.includes('?') ? '&' : '?'}access_token=${encodeURIComponent(token)}`;
    return `${this.apiUrl}/cgi-bin/${path}${query}`;
  }
}

/** WeCom's code of a failed call; 0 when it said none. */
export const codeOf = (error: unknown): number => (error as { code?: number } | null)?.code ?? 0;
