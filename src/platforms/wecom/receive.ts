import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Host } from '../platform.ts';
import type { AppApi } from './api.ts';
import type { KeySets, WecomConfig } from './config.ts';
import { open, readQuery, sealed, sealedText } from './envelope.ts';
import { BODY } from './limits.ts';
import { readXml, word } from './parse.ts';
import { takeFromApp } from './receive-app.ts';
import { takeFromBot } from './receive-bot.ts';

/** What receiving callbacks needs. */
export interface Receiving {
  readonly config: WecomConfig;
  readonly host: Host;
  readonly app: AppApi | null;
}

/**
 * /wecom/bot and /wecom/app. Verification answers with the decrypted echo and nothing else; a callback is committed to the
 * inbox and acknowledged with an empty 200, the answer leaves by itself; only greetings and what cannot be read are answered in the
 * response. What is not signed for us gets 401.
 */
export async function receive(
  { config, host, app }: Receiving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').split('?')[0];
  const [sets, receiveId]: readonly [KeySets | null, string] =
    path === '/wecom/bot'
      ? [config.bot, '']
      : path === '/wecom/app'
        ? [config.app?.callback ?? null, config.app?.corpId ?? '']
        : [null, ''];
  const query = readQuery(request.url ?? '');
  if (!sets) return end(response, 404);
  if (!query) return end(response, 400);
  if (request.method === 'GET') {
    const echo = query.echo === null ? null : open(sets, query, query.echo, receiveId, new Date());
    return echo === null ? end(response, 401) : end(response, 200, echo.plain);
  }
  if (request.method !== 'POST') return end(response, 405);
  const raw = await readBody(request);
  if (raw === null) return end(response, 413);
  const encrypted = encryptedIn(raw, path === '/wecom/app');
  if (encrypted === null) return end(response, 400);
  const opened = open(sets, query, encrypted, receiveId, new Date());
  if (opened === null) return end(response, 401);
  const { plain, keys } = opened;
  if (path === '/wecom/app') {
    const xml = app && readXml(plain);
    if (!xml) return end(response, 400);
    const content = await takeFromApp({ config, host, app }, xml);
    const [to, from] = [word(xml.FromUserName), word(xml.ToUserName)];
    return end(response, 200, content ? sealedText(keys, { to, from, content }, receiveId, new Date()) : '');
  }
  const said = jsonOf(plain);
  if (said === undefined) return end(response, 400);
  const answer = await takeFromBot({ config, host, aesKey: keys.aesKey }, said);
  end(response, 200, answer ? sealed(keys, query, answer, '', new Date()) : '');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function encryptedIn(raw: string, xml: boolean): string | null {
  if (xml) {
    const found = readXml(raw)?.Encrypt;
    return typeof found === 'string' && found ? found : null;
  }
  try {
    const body = JSON.parse(raw) as { encrypt?: unknown; Encrypt?: unknown };
    const found = body.encrypt ?? body.Encrypt;
    return typeof found === 'string' && found ? found : null;
  } catch {
    return null;
  }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > BODY) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const end = (response: ServerResponse, status: number, body = ''): void =>
  void response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(body);
