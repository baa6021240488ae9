import { createHash } from 'node:crypto';
import type { Attachment } from '../../rendering/attachments.ts';
import type { Outgoing } from '../../rendering/outgoing.ts';
import { DeliveryError } from '../platform.ts';
import { post } from './api.ts';
import { isPicture } from './attach.ts';
import { buttonCards, doneCard } from './cards.ts';
import { APP_IMAGE, BOT_MARKDOWN, FETCH_AGAIN_MS, STREAM_PICTURES } from './limits.ts';
import { type Drawing, render, type Surface } from './render.ts';
import type { Sender, Step } from './step.ts';
import { placeOf } from './stream.ts';

/** Room for the sentence that says what did not fit. */
const ROOM = 400;
const ROWS = [200, 100, 50, 15, 5];

/**
 * The answer to one message or press of the smart bot by callbacks: laid down for WeCom to come for, and said by the
 * response URL where it does not come. One markdown with as many rows as it holds; what it cannot hold goes on by `beside`
 * where there is a way, and is named where there is none.
 */
export function byCallback(sender: Sender, message: Outgoing, beside: readonly Step[]): readonly Step[] {
  const { host } = sender;
  const surface = { bytes: BOT_MARKDOWN - ROOM, tables: true, cards: false, publicUrl: host.publicUrl };
  const drawing = widest(message.reply, surface);
  const files = drawing.attachments.filter(({ kind }) => kind !== 'picture');
  const more = over(drawing, files.length) ? beside : [];
  const { stream = '', task_id: taskId } = message.answerTo ?? {};
  // A response URL that is used up or over refuses; the other ways say it all, unless they come next anyway.
  const respond: Step = async () => {
    try {
      return await byResponse(message, whole(drawing, drawing.attachments.length, more));
    } catch (error) {
      if (beside.length === 0 || !(error instanceof DeliveryError && error.kind === 'refused')) throw error;
      if (more.length === 0) for (const step of beside) await step();
      return undefined;
    }
  };
  if (!stream) return [respond, ...more];
  const place = placeOf(host, message.workspace, stream);
  const pressed = taskId === undefined ? null : updateOf(message, taskId);
  const lay: Step = async () => {
    await place.lay(pressed ? pressed.body : await answerOf(sender, message, drawing, more));
    return undefined;
  };
  const wait: Step = async () => {
    const shown = pressed && !pressed.shows ? false : await isFetched(place, sender.fetchMs);
    return shown && (!pressed || pressed.whole) ? undefined : respond();
  };
  return [lay, wait, ...more];
}

/** Whether WeCom came for it; not yet is a reason to look again, until it is clear that it will not. */
async function isFetched(place: ReturnType<typeof placeOf>, mostMs: number): Promise<boolean> {
  const stands = await place.stands();
  if (stands === 'fetched') return true;
  if (stands === 'closed') return false;
  if (stands.waitsMs < mostMs) throw new DeliveryError('waiting', 'WeCom has not come for it', FETCH_AGAIN_MS);
  return !(await place.close());
}

async function byResponse({ answerTo }: Outgoing, content: string): Promise<undefined> {
  if (!answerTo?.response_url) throw new DeliveryError('refused', 'WeCom did not come for the answer');
  await post(answerTo.response_url, JSON.stringify({ msgtype: 'markdown', markdown: { content } }));
}

/** What a pressed card turns into; a refusal leaves it as it is. `whole`: it says everything. */
function updateOf(
  { reply }: Outgoing,
  taskId: string,
): { readonly body: object; readonly shows: boolean; readonly whole: boolean } {
  if (!taskId || reply.tone === 'refused' || reply.private) return { body: {}, shows: false, whole: false };
  const { card, whole: all } = doneCard(reply, taskId);
  return { body: { response_type: 'update_template_card', template_card: card }, shows: true, whole: all };
}

/** The end of a stream: the words, pictures with them, and the first six buttons on a card (the words name them all). */
async function answerOf(
  { host }: Sender,
  { id, orgId, reply, answerTo }: Outgoing,
  drawing: Drawing,
  beside: readonly Step[],
): Promise<object> {
  const pictures: object[] = [];
  for (const one of drawing.attachments.filter(({ kind }) => kind === 'picture').slice(0, STREAM_PICTURES))
    pictures.push(...(await pictureOf(one, (file) => host.readFile(orgId, file))));
  const content = whole(drawing, drawing.attachments.length - pictures.length, beside);
  const items = pictures.length > 0 ? { msg_item: pictures } : {};
  const stream = { id: answerTo?.stream, finish: true, content, ...items };
  const [card] = buttonCards(reply, id.replaceAll('-', ''));
  return card ? { msgtype: 'stream_with_template_card', stream, template_card: card } : { msgtype: 'stream', stream };
}

async function pictureOf(one: Attachment, read: Parameters<Attachment['bytes']>[0]): Promise<readonly object[]> {
  const bytes = Buffer.from(await one.bytes(read));
  if (!isPicture(one, bytes) || bytes.length > APP_IMAGE) return [];
  const md5 = createHash('md5').update(bytes).digest('hex');
  return [{ msgtype: 'image', image: { base64: bytes.toString('base64'), md5 } }];
}

const over = ({ messages }: Drawing, files: number): boolean => messages.length > 1 || files > 0;

/** The first message, with a word on what did not fit. */
function whole(drawing: Drawing, files: number, beside: readonly Step[]): string {
  const [content = '', ...rest] = drawing.messages;
  if (!over(drawing, files)) return content;
  const left = [rest.length > 0 ? `还有约 ${rest.join('').length} 字` : '', files > 0 ? `附件 ${files} 个` : ''];
  const named = left.filter(Boolean).join('、');
  return `${content}\n${beside.length > 0 ? '（全文和附件另发。）' : `（${named}这里发不了，请私聊小招再问一次。）`}`;
}

/** As many rows as one message holds. */
function widest(reply: Outgoing['reply'], surface: Surface): Drawing {
  const drawings = ROWS.map((rows) => render(reply, { ...surface, rows }));
  return drawings.find(({ messages }) => messages.length <= 1) ?? render(reply, surface);
}
