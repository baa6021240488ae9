import { decryptFile } from '@wecom/aibot-node-sdk';
import type { IncomingFile } from '../../commands/incoming.ts';
import type { AppApi } from './api.ts';
import { FILE_BYTES } from './limits.ts';
import type { Media } from './parse-bot.ts';

/** A file that could not be had: too big, gone (they live five minutes), or not what was encrypted. */
export class MediaError extends Error {
  readonly why: 'too-big' | 'gone';

  constructor(why: 'too-big' | 'gone') {
    super(`a file of a message is ${why}`);
    this.name = 'MediaError';
    this.why = why;
  }
}

/** Fetches and decrypts a file. `aesKey`: the key of the callbacks, for files that bring none of their own. Throws a MediaError. */
export async function fetchMedia(media: Media, aesKey: string | null, timeoutMs: number): Promise<IncomingFile> {
  const key = media.aesKey ?? aesKey;
  try {
    const response = await fetch(media.url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok || !response.body) throw new MediaError('gone');
    const encrypted = await collect(response.body);
    const bytes = key ? decryptFile(encrypted, key) : encrypted;
    const name = nameOf(response.headers.get('content-disposition')) || (media.kind === 'image' ? '图片.png' : '文件');
    return { name, mime: mimeOf(name), base64: bytes.toString('base64') };
  } catch (error) {
    throw error instanceof MediaError ? error : new MediaError('gone');
  }
}

/** Fetches a picture that somebody sent to the self-built app. Throws a MediaError. */
export async function fetchAppImage(app: AppApi, mediaId: string, timeoutMs: number): Promise<IncomingFile> {
  try {
    const response = await app.download(mediaId, timeoutMs);
    if (!response.body) throw new MediaError('gone');
    const bytes = await collect(response.body);
    const name = nameOf(response.headers.get('content-disposition')) || '图片.jpg';
    return { name, mime: mimeOf(name), base64: bytes.toString('base64') };
  } catch (error) {
    throw error instanceof MediaError ? error : new MediaError('gone');
  }
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > FILE_BYTES + 32) throw new MediaError('too-big');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The file's name: it stands in this header only, escaped, or as bare UTF-8 that fetch shows as Latin-1. */
function nameOf(header: string | null): string {
  const escaped = /filename\*=(?:UTF-8'[^']*')?([^;]+)/i.exec(header ?? '')?.[1];
  const bare = /filename="?([^";]+)"?/i.exec(header ?? '')?.[1];
  const given = escaped ?? bare ?? '';
  const name = decoded(given.trim());
  return (name.split(/[\\/]/).at(-1) ?? '').slice(0, 120);
}

function decoded(given: string): string {
  const latin = Buffer.from(given, 'latin1');
  const text = [...given].every((character) => character.charCodeAt(0) < 256) ? latin.toString('utf8') : given;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const MIMES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

const mimeOf = (name: string): string =>
  MIMES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
