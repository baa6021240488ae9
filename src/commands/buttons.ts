import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { Refusal } from '../domain/refusal.ts';
import type { Form } from '../rendering/form.ts';
import type { Button, Press, Reply, SealedMention, SealedReply } from '../rendering/reply.ts';

/** What a token says once it is opened. */
export interface OpenedButton {
  /** Unique for ever: makes a press single-use. */
  readonly id: string;
  readonly orgId: number;
  readonly press: Press;
  readonly personId: number | null;
}

/** Where a sealed reply's buttons belong: `id` is unique for ever (outbox row, inbox line). */
export interface SealContext {
  readonly orgId: number;
  readonly id: string;
  readonly at: Date;
  readonly mentions?: ReadonlyMap<number, string>;
}

/** Seals replies and opens tokens. Sealing is deterministic: the same reply sealed again has the same tokens. */
export interface Sealer {
  seal(reply: Reply, context: SealContext): SealedReply;
  /** Throws Refusal "button.invalid" (forged, damaged, another key) or "button.expired". */
  open(token: string, now: Date): OpenedButton;
}

/** How long a button can be pressed. */
const VALID_DAYS = 30;

/**
 * Buttons carry opaque tokens: what they do, for whom and until when, encrypted and authenticated (AES-256-GCM, nonce
 * derived from the content), so that a forged or altered one opens to nothing.
 */
export function sealerOf(secret: string): Sealer {
  const encryption = Buffer.from(hkdfSync('sha256', secret, '', 'button encryption', 32));
  const nonces = Buffer.from(hkdfSync('sha256', secret, '', 'button nonce', 32));
  return {
    seal: (reply, context) => sealReply(reply, context, (content) => encrypt(content, encryption, nonces)),
    open: (token, now) => openToken(token, now, encryption),
  };
}

function sealReply(reply: Reply, context: SealContext, lock: (content: string) => string): SealedReply {
  const { buttons, mentions, form, ...rest } = reply;
  return {
    ...rest,
    ...(form ? { form: sealForm(form, context, lock) } : {}),
    ...(buttons ? { buttons: buttons.map((button, index) => sealButton(button, index, context, lock)) } : {}),
    ...(mentions ? { mentions: mentions.map((mention) => sealMention(mention, context)) } : {}),
  };
}

function sealButton(button: Button, index: number, { orgId, id, at }: SealContext, lock: (content: string) => string) {
  const { press, for: personId, ...shown } = button;
  const until = Math.floor(at.getTime() / 1000) + VALID_DAYS * 86_400;
  const group = groupOf(press);
  return {
    ...shown,
    ...(group ? { group } : {}),
    token: lock(JSON.stringify([`${id}:${index}`, orgId, until, personId ?? 0, press])),
  };
}

/** Buttons that answer one question carry its number, whatever it is called. */
function groupOf(press: Press): string | null {
  if ('say' in press || Object.keys(press.args).length === 0) return null;
  const about = JSON.stringify(Object.values(press.args));
  return createHash('sha256').update(about).digest('hex').slice(0, 8);
}

function sealForm({ press, ...shown }: Form, { orgId, id, at }: SealContext, lock: (content: string) => string) {
  const until = Math.floor(at.getTime() / 1000) + VALID_DAYS * 86_400;
  return { ...shown, token: lock(JSON.stringify([`${id}:form`, orgId, until, 0, press])) };
}

function sealMention(mention: { personId: number; name: string }, { mentions }: SealContext): SealedMention {
  const externalId = mentions?.get(mention.personId);
  return externalId ? { name: mention.name, externalId } : { name: mention.name };
}

function encrypt(content: string, key: Buffer, nonceKey: Buffer): string {
  const nonce = createHmac('sha256', nonceKey).update(content).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

function openToken(token: string, now: Date, key: Buffer): OpenedButton {
  const [id, orgId, until, personId, press] = decrypt(token, key);
  if (now.getTime() / 1000 > until) throw new Refusal('button.expired');
  return { id, orgId, press, personId: personId === 0 ? null : personId };
}

function decrypt(token: string, key: Buffer): [string, number, number, number, Press] {
  try {
    const bytes = Buffer.from(token, 'base64url');
    if (token.length > 4096 || bytes.toString('base64url') !== token) throw new RangeError('not canonical');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const body = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    return JSON.parse(body.toString('utf8')) as [string, number, number, number, Press];
  } catch {
    throw new Refusal('button.invalid');
  }
}
