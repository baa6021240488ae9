import type { StoredFile } from '../../rendering/reply.ts';
import type { Host, Outgoing, Sent } from '../platform.ts';
import { call, post } from './api.ts';
import type { SlackConfig } from './config.ts';
import { render } from './render.ts';

const EVENT_TYPE = 'xiaozhao_message';

/** Sends one message: privately by the response URL when it may be, else into the channel; pictures and files after it. */
export async function send(
  config: SlackConfig,
  host: Pick<Host, 'readFile' | 'publicUrl'>,
  message: Outgoing,
): Promise<Sent> {
  const messages = render(message.reply, host.publicUrl);
  const responseUrl = message.answerTo?.response_url;
  let reference: string | undefined;
  for (const [at, { text, blocks }] of messages.entries()) {
    if (responseUrl && message.reply.private) {
      await post(responseUrl, {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ response_type: 'ephemeral', text, blocks }),
      });
      continue;
    }
    const answer = await call(config, 'chat.postMessage', {
      channel: message.chat.externalId,
      text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: EVENT_TYPE, event_payload: { outbox_id: `${message.id}.${at}` } },
    });
    reference ??= String(answer.ts ?? '');
  }
  for (const part of message.reply.parts ?? []) {
    if (part.type === 'picture') await upload(config, host, message, part.file, part.alt);
    if (part.type === 'file') await upload(config, host, message, part.file, part.file.name);
  }
  return reference ? { reference } : {};
}

async function upload(
  config: SlackConfig,
  host: Pick<Host, 'readFile'>,
  message: Outgoing,
  file: StoredFile,
  alt: string,
): Promise<void> {
  const bytes = await host.readFile(message.orgId, file);
  const begun = await call(
    config,
    'files.getUploadURLExternal',
    { filename: file.name, length: bytes.byteLength, alt_txt: alt.slice(0, 1000) },
    true,
  );
  await post(String(begun.upload_url), {
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  });
  await call(config, 'files.completeUploadExternal', {
    files: [{ id: String(begun.file_id), title: file.name }],
    channel_id: message.chat.externalId,
  });
}

/** Looks in the channel's history for a message of unknown outcome. */
export async function find(config: SlackConfig, message: Outgoing): Promise<Sent | null> {
  const answer = await call(
    config,
    'conversations.history',
    { channel: message.chat.externalId, limit: 50, include_all_metadata: true },
    true,
  );
  const messages = (answer.messages ?? []) as readonly {
    readonly ts: string;
    readonly metadata?: { readonly event_payload?: { readonly outbox_id?: string } };
  }[];
  const found = messages.find((one) => one.metadata?.event_payload?.outbox_id?.startsWith(message.id));
  return found ? { reference: found.ts } : null;
}
