import { createCipheriv } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { expect, test } from 'vitest';
import type { CallbackKeys } from '../../../src/platforms/wecom/config.ts';
import { open as openWith, readQuery, type SignedQuery, sealed } from '../../../src/platforms/wecom/envelope.ts';
import { VECTORS } from './vectors.ts';

/** The words of a callback, opened with one set of keys. */
const open = (keys: CallbackKeys, query: SignedQuery, encrypted: string, receiveId: string, now: Date): string | null =>
  openWith([keys], query, encrypted, receiveId, now)?.plain ?? null;

const at = (timestamp: string): Date => new Date(Number(timestamp) * 1000);

test.each(VECTORS)('$name: opened with the right keys, at its time, for its receiver', (vector) => {
  const { keys, encrypted, receiveId, timestamp, plain } = vector;
  expect(open(keys, vector, encrypted, receiveId, at(timestamp))).toBe(plain);
});

test.each(VECTORS)('$name: refused with one letter of the signature changed, in upper case or cut', (vector) => {
  const { keys, encrypted, receiveId, timestamp, signature } = vector;
  const changed = (signature.startsWith('0') ? '1' : '0') + signature.slice(1);
  for (const one of [changed, signature.toUpperCase(), signature.slice(0, 39), `${signature}0`])
    expect(open(keys, { ...vector, signature: one }, encrypted, receiveId, at(timestamp))).toBe(null);
});

test.each(VECTORS)('$name: refused for another receiver, or more than five minutes off either way', (vector) => {
  const { keys, encrypted, receiveId, timestamp } = vector;
  expect(open(keys, vector, encrypted, `${receiveId}x`, at(timestamp))).toBe(null);
  for (const seconds of [-301, 301])
    expect(open(keys, vector, encrypted, receiveId, new Date(at(timestamp).getTime() + seconds * 1000))).toBe(null);
});

test.each(VECTORS)('$name: what we encrypt with the same random bytes is the same', (vector) => {
  const { keys, encrypted, receiveId, plain } = vector;
  const { random } = decrypt(keys.aesKey, encrypted);
  expect(encrypt(keys.aesKey, plain, receiveId, random)).toBe(encrypted);
});

const [V1] = VECTORS;
if (!V1) throw new Error('no vectors');
const KEY = Buffer.from(`${V1.keys.aesKey}=`, 'base64');

/** Bytes that are not padded right, encrypted and rightly signed. */
function signedBytes(plain: Buffer): Parameters<typeof open> {
  const cipher = createCipheriv('aes-256-cbc', KEY, KEY.subarray(0, 16)).setAutoPadding(false);
  return signedText(Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64'));
}

function signedText(encrypted: string): Parameters<typeof open> {
  const [timestamp, nonce] = ['1700000000', 'n'];
  const signature = getSignature(V1?.keys.token ?? '', timestamp, nonce, encrypted);
  return [V1?.keys ?? { token: '', aesKey: '' }, { signature, timestamp, nonce }, encrypted, '', at(timestamp)];
}

/** random, length, message, padding of so many bytes of such a value. */
function block(message: string, how: { length?: number; pad?: number; value?: number } = {}): Buffer {
  const { length = message.length, pad = 0 } = how;
  const { value = pad } = how;
  const head = Buffer.alloc(20, 1);
  head.writeUInt32BE(length, 16);
  return Buffer.concat([head, Buffer.from(message), Buffer.alloc(pad, value)]);
}

test('the bytes of these tests are opened when they are right', () => {
  expect(open(...signedBytes(block('twelve bytes', { pad: 32 })))).toBe('twelve bytes');
});

test.each([
  ['a padding byte of 0', signedBytes(block('twelve bytes', { pad: 32, value: 0 }))],
  ['a padding byte of 33', signedBytes(block('twelve bytes', { pad: 32, value: 33 }))],
  ['padding bytes that differ', signedBytes(Buffer.concat([block('x'.repeat(42)), Buffer.from([1, 2])]))],
  ['a length beyond the end', signedBytes(block('twelve bytes', { length: 1_000_000, pad: 32 }))],
  ['a length of 2^32 - 1', signedBytes(block('twelve bytes', { length: 0xffffffff, pad: 32 }))],
  ['another last block', signedText(`${V1.encrypted.slice(0, -24)}AAAAAAAAAAAAAAAAAAAAAA==`)],
  ['a cipher that is no whole block', signedText(Buffer.alloc(33, 7).toString('base64'))],
  ['an empty cipher', signedText('')],
  ['no base64', signedText('%%%')],
])('rightly signed, %s is refused', (_, given) => {
  expect(open(...given)).toBe(null);
});

test('an echo with pluses is read whether they were escaped or not; a word that is missing or doubled is not', () => {
  const words = `msg_signature=${V1.signature}&timestamp=${V1.timestamp}&nonce=${V1.nonce}`;
  for (const echo of [encodeURIComponent(V1.encrypted), V1.encrypted]) {
    const query = readQuery(`/wecom/app?${words}&echostr=${echo}`);
    expect(query?.echo).toBe(V1.encrypted);
    expect(query && open(V1.keys, query, query.echo ?? '', V1.receiveId, at(V1.timestamp))).toBe(V1.plain);
  }
  for (const broken of [words.replace('nonce', 'nonc'), `${words}&nonce=2`, words.replace('timestamp', 'time'), ''])
    expect(readQuery(`/wecom/app?${broken}`)).toBe(null);
});

test('our answer has the four words that WeCom wants, the nonce of what it answers, and opens again', () => {
  const now = at('1700000100');
  const text = sealed(V1.keys, { ...V1 }, { msgtype: 'stream', stream: { content: '已办' } }, '', now);
  const answer = JSON.parse(text) as { encrypt: string; msgsignature: string; timestamp: number; nonce: string };
  expect(Object.keys(answer).sort()).toEqual(['encrypt', 'msgsignature', 'nonce', 'timestamp']);
  expect([answer.nonce, answer.timestamp]).toEqual([V1.nonce, 1_700_000_100]);
  const query = { signature: answer.msgsignature, timestamp: String(answer.timestamp), nonce: answer.nonce };
  expect(open(V1.keys, query, answer.encrypt, '', now)).toBe('{"msgtype":"stream","stream":{"content":"已办"}}');
});

test('while keys are being changed both sets open what was signed with them, and an answer is sealed with the same', () => {
  const [one, other] = [V1, VECTORS.find(({ keys }) => keys.token !== V1.keys.token)];
  if (!other) throw new Error('no other keys');
  const third = { token: 'third', aesKey: V1.keys.aesKey };
  for (const vector of [one, other]) {
    const { encrypted, receiveId, timestamp, plain, keys } = vector;
    const opened = openWith([one.keys, other.keys], vector, encrypted, receiveId, at(timestamp));
    expect(opened).toEqual({ plain, keys });
    expect(openWith([third], vector, encrypted, receiveId, at(timestamp))).toBe(null);
  }
});

test('when only the EncodingAESKey was changed, the one that opens it is found', () => {
  const { encrypted, receiveId, timestamp, plain, keys } = V1;
  const changed = { ...keys, aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
  expect(openWith([changed, keys], V1, encrypted, receiveId, at(timestamp))).toEqual({ plain, keys });
  expect(openWith([changed], V1, encrypted, receiveId, at(timestamp))).toBe(null);
});
