import { createHash } from 'node:crypto';
import type { Attachment } from '../../rendering/attachments.ts';
import { pieces } from '../../rendering/attachments.ts';
import type { Outgoing } from '../../rendering/outgoing.ts';
import type { SealedReply } from '../../rendering/reply.ts';
import { unseen } from '../platform.ts';
import { post } from './api.ts';
import { formOf, isPicture, tooLarge } from './attach.ts';
import {
  FILE,
  FILE_LEAST,
  MENTIONS,
  NAME,
  WEBHOOK_IMAGE,
  WEBHOOK_MARKDOWN,
  WEBHOOK_RATE,
  WEBHOOK_TEXT,
} from './limits.ts';
import { inertLine } from './markdown.ts';
import { render } from './render.ts';
import type { Sender, Step } from './step.ts';

/** Into a group by its webhook: text with tables, people called beside, pictures and files. */
export function byWebhook({ host }: Sender, webhook: string, message: Outgoing): readonly Step[] {
  const surface = { bytes: WEBHOOK_MARKDOWN, tables: true, cards: false, publicUrl: host.publicUrl };
  const { messages, attachments } = render(message.reply, surface);
  const say = async (body: object): Promise<undefined> => {
    await host.pace(`${NAME}:webhook:${createHash('sha256').update(webhook).digest('hex').slice(0, 24)}`, WEBHOOK_RATE);
    await post(webhook, JSON.stringify(body));
    return undefined;
  };
  return [
    ...messages.map((content) => () => say({ msgtype: 'markdown_v2', markdown_v2: { content } })),
    ...called(message.reply).map((text) => () => say({ msgtype: 'text', text })),
    ...attachments.map((one) => async () => {
      const bytes = Buffer.from(await one.bytes((file) => host.readFile(message.orgId, file)));
      return say(await bodyOf(webhook, one, bytes));
    }),
  ];
}

/** markdown_v2 cannot call people: a line of text does, so many at a time. */
function called({ mentions = [], title }: SealedReply): readonly object[] {
  const ids = mentions.flatMap(({ externalId }) => (externalId ? [externalId] : []));
  const [content = ''] = pieces(inertLine(`请看：${title}`), WEBHOOK_TEXT, Buffer.byteLength);
  return Array.from({ length: Math.ceil(ids.length / MENTIONS) }, (_, at) => ({
    content,
    mentioned_list: ids.slice(at * MENTIONS, (at + 1) * MENTIONS),
  }));
}

async function bodyOf(webhook: string, one: Attachment, bytes: Buffer): Promise<object> {
  if (isPicture(one, bytes) && bytes.length <= WEBHOOK_IMAGE) {
    const image = { base64: bytes.toString('base64'), md5: createHash('md5').update(bytes).digest('hex') };
    return { msgtype: 'image', image };
  }
  if (bytes.length > FILE || bytes.length < FILE_LEAST)
    return { msgtype: 'markdown_v2', markdown_v2: { content: tooLarge(one) } };
  const upload = `${webhook.replace('/webhook/send', '/webhook/upload_media')}&type=file`;
  const { media_id } = await unseen(() => post(upload, formOf(bytes, one.name)));
  return { msgtype: 'file', file: { media_id } };
}
