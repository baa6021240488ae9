import { randomBytes, timingSafeEqual } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import type { CallbackKeys, KeySets } from './config.ts';
import { FRESH_SECONDS } from './limits.ts';

/** The signed words of a callback's URL. */
export interface SignedQuery {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

/** The query of a callback, or null when a word is missing or stands there twice. `%2B` is a plus, and so is a bare one. */
export function readQuery(url: string): (SignedQuery & { readonly echo: string | null }) | null {
  const query = new URLSearchParams((url.split('?')[1] ?? '').replaceAll('+', '%2B'));
  const one = (name: string): string | null => (query.getAll(name).length === 1 ? query.get(name) : null);
  const [signature, timestamp, nonce] = [one('msg_signature'), one('timestamp'), one('nonce')];
  return signature && timestamp && nonce ? { signature, timestamp, nonce, echo: one('echostr') } : null;
}

/** The decrypted words of a callback, and the keys it came with. */
export interface Opened {
  readonly plain: string;
  readonly keys: CallbackKeys;
}

/** Opens a callback; null for anything that is not signed with one of our keys (all are tried), fresh, whole and meant for us. */
export function open(
  sets: KeySets,
  query: SignedQuery,
  encrypted: string,
  receiveId: string,
  now: Date,
): Opened | null {
  const age = Math.abs(now.getTime() / 1000 - Number(query.timestamp));
  const signed = sets.filter(({ token }) =>
    equal(getSignature(token, query.timestamp, query.nonce, encrypted), query.signature),
  );
  if (!(age <= FRESH_SECONDS)) return null;
  for (const keys of signed) {
    const plain = decrypted(keys, encrypted, receiveId);
    if (plain !== null) return { plain, keys };
  }
  return null;
}

function decrypted({ aesKey }: CallbackKeys, encrypted: string, receiveId: string): string | null {
  try {
    const { message, id, random } = decrypt(aesKey, encrypted);
    const whole = encrypt(aesKey, message, id, random) === encrypted;
    return whole && id === receiveId ? message : null;
  } catch {
    return null;
  }
}

/** An answer in the response to a callback, encrypted and signed with that callback's nonce. */
export function sealed(
  keys: CallbackKeys,
  { nonce }: SignedQuery,
  plain: object,
  receiveId: string,
  now: Date,
): string {
  const timestamp = Math.floor(now.getTime() / 1000);
  const encrypted = encrypt(keys.aesKey, JSON.stringify(plain), receiveId);
  const msgsignature = getSignature(keys.token, String(timestamp), nonce, encrypted);
  return JSON.stringify({ encrypt: encrypted, msgsignature, timestamp, nonce });
}

function equal(wanted: string, given: string): boolean {
  const [a, b] = [Buffer.from(wanted), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A text in the response to a callback of the self-built app, likewise; `to` and `from` as that callback has them. */
export function sealedText(
  keys: CallbackKeys,
  { to, from, content }: { readonly to: string; readonly from: string; readonly content: string },
  receiveId: string,
  now: Date,
): string {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = randomBytes(8).toString('hex');
  const plain = `<xml>${cdata('ToUserName', to)}${cdata('FromUserName', from)}<CreateTime>${timestamp}</CreateTime><MsgType>text</MsgType>${cdata('Content', content)}</xml>`;
  const encrypted = encrypt(keys.aesKey, plain, receiveId);
  const signature = getSignature(keys.token, timestamp, nonce, encrypted);
  return `<xml>${cdata('Encrypt', encrypted)}${cdata('MsgSignature', signature)}<TimeStamp>${timestamp}</TimeStamp>${cdata('Nonce', nonce)}</xml>`;
}

const cdata = (name: string, text: string): string =>
  `<${name}><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
