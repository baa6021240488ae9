import { createHash } from 'node:crypto';
import type { Part } from '../../rendering/reply.ts';
import { DeliveryError, type Host, type Outgoing, type Sent } from '../platform.ts';
import { type AppApi, post } from './api.ts';
import type { WecomConfig } from './config.ts';
import { APP_MARKDOWN, BOT_MARKDOWN, WEBHOOK_MARKDOWN } from './limits.ts';
import { buttonCard, buttonHint, render } from './render.ts';

/** What sending needs. */
export interface Sender {
  readonly config: WecomConfig;
  readonly app: AppApi | null;
  readonly host: Pick<Host, 'readFile'>;
}

/**
 * The one place that chooses the channel for a chat: an answer goes by the response URL that came with the message, a post
 * into a group by the group's webhook, anything to a person by the self-built app.
 */
export async function send(sender: Sender, message: Outgoing): Promise<Sent> {
  const responseUrl = message.answerTo?.response_url;
  if (responseUrl) return answer(responseUrl, message);
  if (message.chat.kind === 'group' && message.webhook) return toGroup(sender, message.webhook, message);
  if (message.chat.kind === 'direct' && sender.app) return toPerson(sender, sender.app, message);
  throw new DeliveryError(
    'refused',
    message.chat.kind === 'group' ? 'the group has no webhook' : 'the self-built app is not set up',
  );
}

async function answer(url: string, message: Outgoing): Promise<Sent> {
  const [content = ''] = [
    [...render(message.reply, BOT_MARKDOWN - 400, false), buttonHint(message.reply)].filter(Boolean).join('\n'),
  ];
  await post(url, JSON.stringify({ msgtype: 'markdown', markdown: { content } }));
  return {};
}

async function toGroup({ host }: Sender, webhook: string, message: Outgoing): Promise<Sent> {
  for (const content of render(message.reply, WEBHOOK_MARKDOWN, true)) {
    await post(webhook, JSON.stringify({ msgtype: 'markdown_v2', markdown_v2: { content } }));
  }
  for (const part of message.reply.parts ?? []) await toGroupFile(host, webhook, message, part);
  return {};
}

async function toGroupFile(host: Sender['host'], webhook: string, message: Outgoing, part: Part): Promise<void> {
  if (part.type !== 'picture' && part.type !== 'file') return;
  const bytes = Buffer.from(await host.readFile(message.orgId, part.file));
  if (part.type === 'picture') {
    const image = { base64: bytes.toString('base64'), md5: createHash('md5').update(bytes).digest('hex') };
    await post(webhook, JSON.stringify({ msgtype: 'image', image }));
    return;
  }
  const uploaded = await post(
    `${webhook.replace('/webhook/send', '/webhook/upload_media')}&type=file`,
    formOf(bytes, part.file.name),
  );
  await post(webhook, JSON.stringify({ msgtype: 'file', file: { media_id: uploaded.media_id } }));
}

const formOf = (bytes: Buffer, name: string): FormData => {
  const form = new FormData();
  form.append('media', new Blob([new Uint8Array(bytes)]), name);
  return form;
};

async function toPerson({ config, host }: Sender, app: AppApi, message: Outgoing): Promise<Sent> {
  const base = {
    touser: message.chat.externalId,
    agentid: Number(config.app?.agentId ?? 0),
    enable_duplicate_check: 1,
    duplicate_check_interval: 14_400,
  };
  const say = (body: object) => app.call('message/send', JSON.stringify({ ...base, ...body }));
  let reference = '';
  for (const content of render(message.reply, APP_MARKDOWN, false))
    reference = String((await say({ msgtype: 'markdown', markdown: { content } })).msgid ?? '');
  const card = buttonCard(message.reply, message.id.replaceAll('-', ''));
  if (card) await say({ msgtype: 'template_card', template_card: card });
  for (const part of message.reply.parts ?? []) {
    if (part.type !== 'picture' && part.type !== 'file') continue;
    const type = part.type === 'picture' ? 'image' : 'file';
    const bytes = Buffer.from(await host.readFile(message.orgId, part.file));
    const uploaded = await app.call(`media/upload?type=${type}`, formOf(bytes, part.file.name));
    await say({ msgtype: type, [type]: { media_id: uploaded.media_id } });
  }
  return reference ? { reference } : {};
}
