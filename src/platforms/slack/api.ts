import { DeliveryError, noResponse, retryAfterMs } from '../platform.ts';
import type { SlackConfig } from './config.ts';
import { TIMEOUT_MS } from './limits.ts';

/** Slack's answer to one call. */
export type SlackAnswer = Readonly<Record<string, unknown>> & { readonly ok: boolean; readonly error?: string };

const DOUBTFUL = new Set(['fatal_error', 'internal_error']);
const PASSING = new Set([
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'request_timeout',
  'message_limit_exceeded',
]);

/** Calls a method of the Web API with our own retry policy (none here): throws a DeliveryError of the kind that fits. */
export async function call(
  config: SlackConfig,
  method: string,
  body: Readonly<Record<string, unknown>>,
  form = false,
): Promise<SlackAnswer> {
  const response = await post(`${config.apiUrl}${method}`, {
    headers: {
      authorization: `Bearer ${config.botToken}`,
      'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json; charset=utf-8',
    },
    body: form
      ? new URLSearchParams(
          Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)])),
        ).toString()
      : JSON.stringify(body),
  });
  const answer = (await response.json().catch(() => null)) as SlackAnswer | null;
  if (!answer) throw new DeliveryError('unknown', `${method}: no JSON in the answer`);
  if (answer.ok) return answer;
  const error = answer.error ?? 'unknown_error';
  if (DOUBTFUL.has(error)) throw new DeliveryError('unknown', `${method}: ${error}`);
  if (PASSING.has(error))
    throw new DeliveryError('limited', `${method}: ${error}`, error === 'message_limit_exceeded' ? 600_000 : 5000);
  throw new DeliveryError('refused', `${method}: ${error}`);
}

/** One POST; certain failures before anything was sent are told apart from doubt. */
export async function post(
  url: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer },
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: init.headers,
      body: init.body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw noResponse(error, 'Slack');
  }
  if (response.status === 429) throw new DeliveryError('limited', 'rate limited', retryAfterMs(response));
  if (response.status >= 500) throw new DeliveryError('unknown', `status ${response.status}`);
  if (response.status >= 400) throw new DeliveryError('refused', `status ${response.status}`);
  return response;
}
