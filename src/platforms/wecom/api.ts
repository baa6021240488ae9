import { DeliveryError } from '../platform.ts';
import { formOf } from './attach.ts';
import type { AppKeys } from './config.ts';
import { MEDIA_HOURS, TIMEOUT_MS, TOKEN_MARGIN_SECONDS } from './limits.ts';

/** WeCom's answer to one call. */
export type WecomAnswer = Readonly<Record<string, unknown>> & { readonly errcode?: number; readonly errmsg?: string };

const TOKEN_ERRORS = new Set([40014, 42001, 41001]);
const LIMITED = new Set([45009, 45033, -1]);
const BEFORE_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

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
    const code = (error as { cause?: { code?: string } }).cause?.code ?? '';
    throw new DeliveryError(BEFORE_SENT.has(code) ? 'unreachable' : 'unknown', `no answer from WeCom ${code}`.trim());
  }
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

/** The self-built app's API: one cached token, renewed when it is old or refused. */
export class AppApi {
  private token = '';
  private until = 0;
  private readonly media = new Map<string, { readonly id: string; readonly until: number }>();
  private readonly keys: AppKeys;
  private readonly apiUrl: string;

  constructor(keys: AppKeys, apiUrl: string) {
    this.keys = keys;
    this.apiUrl = apiUrl;
  }

  /** Calls a method with the token, once more with a fresh one when the token was refused. */
  async call(path: string, body?: string | FormData): Promise<WecomAnswer> {
    const send = async () =>
      post(
        `${this.apiUrl}/cgi-bin/${path}${path.includes('?') ? '&' : '?'}access_token=${await this.accessToken()}`,
        body,
      );
    try {
      return await send();
    } catch (error) {
      if (!TOKEN_ERRORS.has((error as { code?: number }).code ?? 0)) throw error;
      this.until = 0;
      return send();
    }
  }

  /** Uploads a file once for its key, so that a message sent again has the same bytes; gives its media id. */
  async upload(type: 'image' | 'file', key: string, bytes: Buffer, name: string): Promise<string> {
    const now = Date.now();
    for (const [old, { until }] of this.media) if (until < now) this.media.delete(old);
    const known = this.media.get(key);
    if (known) return known.id;
    const id = String((await this.call(`media/upload?type=${type}`, formOf(bytes, name))).media_id ?? '');
    this.media.set(key, { id, until: now + MEDIA_HOURS * 3_600_000 });
    return id;
  }

  private async accessToken(): Promise<string> {
    if (Date.now() < this.until) return this.token;
    const query = new URLSearchParams({ corpid: this.keys.corpId, corpsecret: this.keys.secret });
    const answer = await post(`${this.apiUrl}/cgi-bin/gettoken?${query}`);
    this.token = String(answer.access_token ?? '');
    this.until = Date.now() + (Number(answer.expires_in ?? 7200) - TOKEN_MARGIN_SECONDS) * 1000;
    return this.token;
  }
}
