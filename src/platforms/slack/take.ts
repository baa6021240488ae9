import type { Incoming } from '../../commands/incoming.ts';
import type { Host } from '../platform.ts';
import { call } from './api.ts';
import type { SlackConfig } from './config.ts';
import { FileError, fetchFiles } from './files.ts';
import { FILES } from './limits.ts';
import { fromMessage, type MessagePayload } from './parse.ts';

/** Commits a message with its files; a file that cannot be had is asked for again. `done` is told when it is answered. Throws when nothing could be committed. */
export async function takeMessage(
  config: SlackConfig,
  host: Host,
  event: MessagePayload,
  team: string,
  done: (incoming: Incoming) => void,
): Promise<void> {
  const incoming = fromMessage(event, team);
  if (!incoming) return;
  try {
    const files = await fetchFiles(config, event.files ?? []);
    const whole = { ...incoming, ...(files.length > 0 ? { files } : {}) };
    await host.accept(whole, () => done(whole));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    host.log.warn({ why: error.why }, 'slack: a file was not taken');
    await sayWhy(config, incoming, error).catch(() => undefined);
  }
}

const sayWhy = (config: SlackConfig, { chat }: Incoming, { why }: FileError): Promise<unknown> =>
  call(config, 'chat.postMessage', {
    channel: chat.externalId,
    text: WHY[why],
  });

const WHY: Readonly<Record<FileError['why'], string>> = {
  'too-big': '文件超过 10 MB，没有收。请拆成小一些的再发。',
  'too-many': `一条消息最多收 ${FILES} 个文件，这条没有收。请分几条发。`,
  gone: '文件没有取到。请再发一次；总是这样的话，请管理员给应用加上 files:read 权限并重新安装。',
};
