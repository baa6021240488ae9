import { createHmac } from 'node:crypto';
import { type Input, type Json, spelled } from './case.ts';

/** An HTTP request, ready to be sent. */
export interface Bytes {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

const FORM = 'application/x-www-form-urlencoded';
type Words = Readonly<Record<string, string>>;

/** The requests of a Slack case, signed (or wrongly signed) over their raw bytes. */
export function slackBytes(input: Input, secret: string): readonly Bytes[] {
  const steps = (input.sequence as readonly Input[] | undefined) ?? [input];
  return steps.map((step) => {
    const { type, body } = contentOf(step, input);
    const sign = (step.sign ?? input.sign ?? { mode: 'good' }) as Input;
    const at = typeof sign.ts === 'string' ? sign.ts : String(Math.floor(Date.now() / 1000) + Number(sign.ts ?? 0));
    const mac = createHmac('sha256', secret).update(`v0:${at}:`).update(body).digest('hex');
    const headers: [string, string][] = [['content-type', String(input.content_type ?? type)]];
    for (const [name, value] of Object.entries((input.headers ?? {}) as Words)) headers.push([name, value]);
    if (sign.mode !== 'none') headers.push(['x-slack-request-timestamp', at]);
    for (const signature of signatures(String(sign.mode ?? 'good'), mac))
      headers.push(['x-slack-signature', signature]);
    const tampered = body + String(sign.tamper ?? '').replace(/^append:/, '');
    return {
      method: String(input.method ?? 'POST'),
      path: String(input.path ?? '/slack/events'),
      headers,
      body: tampered,
    };
  });
}

function contentOf(step: Input, input: Input): { type: string; body: string } {
  if (step.form) {
    const fields = { ...(step.form as Words), ...((input.set ?? {}) as Words) };
    return { type: FORM, body: new URLSearchParams(fields).toString() };
  }
  if (step.payload)
    return { type: FORM, body: new URLSearchParams({ payload: JSON.stringify(step.payload) }).toString() };
  if (step.json !== undefined) return { type: 'application/json', body: JSON.stringify(spellAll(step.json)) };
  return { type: step.type === 'form' ? FORM : 'application/json', body: spelled(step.raw) };
}

function spellAll(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => spellAll(one));
  if (!value || typeof value !== 'object') return value;
  if ('gen' in value) return spelled(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spellAll(one as Json)]));
}

function signatures(mode: string, mac: string): readonly string[] {
  switch (mode) {
    case 'none':
      return [];
    case 'bad':
      return [`v0=${'0'.repeat(64)}`];
    case 'v1':
      return [`v1=${mac}`];
    case 'truncated':
      return [`v0=${mac.slice(0, 20)}`];
    case 'double':
      return [`v0=${mac}`, `v0=${'0'.repeat(64)}`];
    default:
      return [`v0=${mac}`];
  }
}
