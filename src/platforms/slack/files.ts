import type { IncomingFile } from '../../commands/incoming.ts';
import type { SlackConfig } from './config.ts';
import { FILE_BYTES, FILE_MS, FILES } from './limits.ts';

/** A file of a message, as the event names it. */
export interface FilePayload {
  readonly name?: string | null;
  readonly mimetype?: string;
  readonly size?: number;
  readonly url_private_download?: string;
  readonly url_private?: string;
}

type FileFault = 'too-big' | 'too-many' | 'gone';

/** A file that could not be had: too big, one of too many, or not given to us (the scope files:read, a file of another workspace). */
export class FileError extends Error {
  readonly why: FileFault;

  constructor(why: FileFault) {
    super(`a file of a message is ${why}`);
    this.name = 'FileError';
    this.why = why;
  }
}

/** Fetches the files of a message with the bot's token, which goes to Slack alone. Throws a FileError. */
export async function fetchFiles(config: SlackConfig, files: readonly FilePayload[]): Promise<readonly IncomingFile[]> {
  if (files.length > FILES) throw new FileError('too-many');
  return Promise.all(files.map((file) => fetchFile(config, file)));
}

async function fetchFile(config: SlackConfig, file: FilePayload): Promise<IncomingFile> {
  if ((file.size ?? 0) > FILE_BYTES) throw new FileError('too-big');
  const url = file.url_private_download ?? file.url_private ?? '';
  if (!isSlacks(url, config.apiUrl)) throw new FileError('gone');
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${config.botToken}` },
      redirect: 'error',
      signal: AbortSignal.timeout(FILE_MS),
    });
    const isPage = response.headers.get('content-type')?.startsWith('text/html') && file.mimetype !== 'text/html';
    if (!response.ok || isPage || !response.body) throw new FileError('gone');
    const bytes = await collect(response.body);
    const mime = file.mimetype ?? 'application/octet-stream';
    return { name: file.name || '文件', mime, base64: bytes.toString('base64') };
  } catch (error) {
    throw error instanceof FileError ? error : new FileError('gone');
  }
}

/** Slack's own hosts, or the one that stands in for its API. */
function isSlacks(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, host } = new URL(url);
  return (protocol === 'https:' && /(?:^|\.)slack\.com$/.test(hostname)) || host === new URL(apiUrl).host;
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > FILE_BYTES) throw new FileError('too-big');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
