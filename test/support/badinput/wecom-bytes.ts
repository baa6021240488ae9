import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { type Input, spelled } from './case.ts';
import type { Bytes } from './slack-bytes.ts';

/** The keys of the two callbacks. */
export interface WecomKeys {
  readonly token: string;
  readonly aesKey: string;
  readonly corp: string;
}

/** The requests of a WeCom case: encrypted with 32-byte padding and signed, each word of it possibly wrong. */
export function wecomBytes(input: Input, keysOf: (bot: boolean) => WecomKeys): readonly Bytes[] {
  const bot = input.path === '/wecom/bot';
  const steps = (input.sequence as readonly Input[] | undefined) ?? [input];
  return steps.map((step) => {
    const get = input.method === 'GET';
    const keys = keysOf(bot);
    const encrypted = encrypt(get ? String(input.echo ?? '') : spelled(step.plain), input, keys, bot);
    const { query, cipher } = signed(encrypted, input, keys.token);
    if (get) query.push(['echostr', cipher]);
    const text = query
      .map(([key, value]) => `${key}=${input.plus_as_space && key === 'echostr' ? value : encodeURIComponent(value)}`)
      .join('&');
    const headers = Object.entries(
      (input.headers as Record<string, string> | undefined) ?? {
        'content-type': bot ? 'application/json' : 'text/xml',
      },
    );
    return {
      method: String(input.method ?? 'POST'),
      path: `${String(input.path)}?${text}`,
      headers,
      body: get ? '' : outer(input, cipher, keys.corp, bot),
    };
  });
}

function encrypt(plain: string, input: Input, keys: WecomKeys, bot: boolean): string {
  const message = Buffer.from(plain, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(input.mutate === 'length-overflow' ? 0xffffffff : message.length);
  const receiver = Buffer.from(typeof input.receiveid === 'string' ? input.receiveid : bot ? '' : keys.corp);
  const whole = Buffer.concat([randomBytes(16), length, message, receiver]);
  const pad = 32 - (whole.length % 32);
  const padded = Buffer.concat([whole, Buffer.alloc(pad, input.mutate === 'bad-padding' ? 99 : pad)]);
  const key = Buffer.from(`${keys.aesKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

function signed(encrypted: string, input: Input, token: string): { query: [string, string][]; cipher: string } {
  const sign = (input.sign ?? { mode: 'good' }) as Input;
  const at = typeof sign.ts === 'string' ? sign.ts : String(Math.floor(Date.now() / 1000) + Number(sign.ts ?? 0));
  const nonce = randomBytes(6).toString('hex');
  const signatureOf = (text: string) =>
    createHash('sha1').update([token, at, nonce, text].sort().join('')).digest('hex');
  const cipher = mutated(encrypted, String(input.mutate ?? ''));
  const good = signatureOf(sign.after_mutate ? cipher : encrypted);
  const signature = sign.mode === 'bad' ? '0'.repeat(40) : sign.mode === 'uppercase' ? good.toUpperCase() : good;
  const query: [string, string][] = [
    ['timestamp', at],
    ['nonce', nonce],
  ];
  if (sign.mode !== 'none') query.unshift(['msg_signature', signature]);
  if (sign.mode === 'array') query.push(['msg_signature', '0'.repeat(40)]);
  return { query, cipher };
}

function mutated(encrypted: string, how: string): string {
  if (how === 'not-base64') return '%%%not base64%%%';
  if (how === 'empty-cipher') return '';
  if (how !== 'flip-cipher-byte') return encrypted;
  const bytes = Buffer.from(encrypted, 'base64');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
  return bytes.toString('base64');
}

function outer(input: Input, cipher: string, corp: string, bot: boolean): string {
  if (input.outer) return spelled(input.outer).replace('{{encrypt}}', cipher);
  if (bot) return JSON.stringify({ encrypt: cipher });
  return `<xml><ToUserName><![CDATA[${corp}]]></ToUserName><Encrypt><![CDATA[${cipher}]]></Encrypt><AgentID><![CDATA[1000002]]></AgentID></xml>`;
}
