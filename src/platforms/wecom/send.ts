import { createHash } from 'node:crypto';
import type { Part } from '../../rendering/reply.ts';
import { DeliveryError, type Host, type Outgoing, type Sent } from '../platform.ts';
import { type AppApi, post } from './api.ts';
import { buttonCard } from './cards.ts';
import type { WecomConfig } from './config.ts';
import { APP_MARKDOWN, BOT_MARKDOWN, WEBHOOK_MARKDOWN } from './limits.ts';
import { buttonHint, render } from './render.ts';
import { type Progress, sendBySocket } from './send-socket.ts';
import type { Socket } from './socket.ts';
import { SAID_PRIVATELY, SAY_IT_ALONE } from './words.ts';

/** What sending needs. */
export interface Sender {
  readonly config: WecomConfig;
  readonly app: AppApi | null;
  readonly host: Pick<Host, 'readFile' | 'publicUrl'>;
  /** The bot's long connection, where that is how it is set up. */
  readonly socket: Socket | null;
  readonly progress: Progress;
}

/**
 * The one place that chooses the channel for a chat: an answer goes the way its message came (long connection, response
 * URL, app); a post into a group by the group's webhook, else by the bot; anything to a person by the self-built app, else
 * by the bot. What only one person may see never goes into a group.
 */
export async function send(sender: Sender, message: Outgoing): Promise<Sent> {
  const { socket, app } = sender;
  if (message.reply.private && message.chat.kind === 'group') return sendAlone(sender, message);
  if (socket && message.answerTo?.req_id) return sendBySocket({ ...sender, socket }, message);
  const responseUrl = message.answerTo?.response_url;
  if (responseUrl) return answer(responseUrl, message);
  if (message.chat.kind === 'group' && message.webhook) return toGroup(sender, message.webhook, message);
  if (message.chat.kind === 'direct' && app) return toPerson(sender, app, message);
  if (socket) return sendBySocket({ ...sender, socket }, message);
  throw new DeliveryError(
    'refused',
    message.chat.kind === 'group' ? 'the group has no webhook' : 'the self-built app is not set up',
  );
}

/** To the person alone, and to the group that it went there; where he cannot be reached alone, how he gets it. */
async function sendAlone(sender: Sender, message: Outgoing): Promise<Sent> {
  const { answerTo, personExternalId, ...rest } = message;
  const user = answerTo?.user ?? personExternalId;
  const stub = (title: string): Outgoing => ({ ...message, id: `${message.id}.stub`, reply: { title } });
  if (!user) throw new DeliveryError('refused', 'nobody to say it to alone');
  try {
    await send(sender, { ...rest, chat: { externalId: user, kind: 'direct' } });
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.kind !== 'refused') throw error;
    return send(sender, stub(SAY_IT_ALONE));
  }
  return send(sender, stub(SAID_PRIVATELY));
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
