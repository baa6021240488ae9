import type { Attachment } from '../../rendering/attachments.ts';
import type { Outgoing } from '../../rendering/outgoing.ts';
import { DeliveryError, type Host } from '../platform.ts';
import { isStale } from './ack.ts';
import { isPicture, tooLarge } from './attach.ts';
import { buttonCards, doneCard, wholeCard } from './cards.ts';
import type { Connection } from './connection.ts';
import { APP_IMAGE, BOT_MARKDOWN, chatBucket, FILE, FILE_LEAST, MEMBER_RATE, NAME, PUSH_RATE } from './limits.ts';
import { render } from './render.ts';
import type { Socket } from './socket.ts';
import type { Step } from './step.ts';

/** A message's body as WeCom takes it. */
type Body = Readonly<Record<string, unknown>>;

/** What sending over the long connection needs. */
export interface SocketSender {
  readonly socket: Socket;
  readonly host: Pick<Host, 'readFile' | 'publicUrl' | 'pace'>;
}

/**
 * Over the long connection: a press updates its card while it may; an answer goes to its request, and as a message of its
 * own when that is too old; everything else is pushed (somebody must have spoken to the bot there before).
 */
export async function bySocket(sender: SocketSender, message: Outgoing): Promise<readonly Step[]> {
  const connection = sender.socket.connection();
  if (!connection) throw new DeliveryError('unreachable', 'no connection');
  if (!message.from && (await updatesCard(sender.socket, connection, message))) return [];
  const { host } = sender;
  const speak = speaker(connection, message);
  const say: Say = async (body) => {
    await host.pace(chatBucket(message.workspace, message.chat.externalId), MEMBER_RATE);
    if (!message.answerTo?.req_id) await host.pace(`${NAME}:pushes:${message.workspace}`, PUSH_RATE);
    await speak(body);
    return undefined;
  };
  const surface = { bytes: BOT_MARKDOWN - 400, tables: true, cards: true, publicUrl: host.publicUrl };
  const { messages, attachments } = render(message.reply, surface);
  return [
    ...wordSteps(sender, say, message, messages),
    ...attachments.map((one) => () => sayFile(sender, connection, say, message, one)),
  ];
}

/** Shows the outcome on the pressed card; true when that says everything. What was refused leaves the card as it is. */
async function updatesCard(socket: Socket, connection: Connection, { answerTo, reply }: Outgoing): Promise<boolean> {
  const { req_id: reqId, task_id: taskId } = answerTo ?? {};
  if (!reqId || !taskId || !socket.fresh.delete(reqId) || reply.tone === 'refused' || reply.private) return false;
  const { card, whole } = doneCard(reply, taskId);
  try {
    const body = { response_type: 'update_template_card', template_card: card };
    await connection.ask('aibot_respond_update_msg', body, reqId);
    return whole;
  } catch {
    return false;
  }
}

/** Sends a body as the answer to its request, or as a message of its own. */
type Say = (body: Body) => Promise<undefined>;

function speaker(connection: Connection, { answerTo, chat }: Outgoing): (body: Body) => Promise<void> {
  const push = async (body: Body): Promise<void> => {
    const to = { chatid: chat.externalId, chat_type: chat.kind === 'group' ? 2 : 1 };
    await connection.ask('aibot_send_msg', { ...to, ...asPushed(body) });
  };
  const reqId = answerTo?.task_id === undefined ? answerTo?.req_id : undefined;
  if (!reqId) return push;
  return async (body) => {
    try {
      await connection.ask('aibot_respond_msg', body, reqId);
    } catch (error) {
      if (!isStale(error)) throw error;
      await push(body);
    }
  };
}

const asPushed = (body: Body): Body =>
  body.msgtype === 'stream'
    ? { msgtype: 'markdown', markdown: { content: (body.stream as { content: string }).content } }
    : body;

function wordSteps(
  { socket }: SocketSender,
  say: Say,
  { id, reply, answerTo, from }: Outgoing,
  words: readonly string[],
): readonly Step[] {
  const taskId = id.replaceAll('-', '');
  const waiting = answerTo?.req_id ? socket.patience.end(answerTo.req_id) : null;
  const whole = waiting || from ? null : wholeCard(reply, taskId);
  const answer: Say = async (body) => {
    await say(body);
    if (answerTo?.req_id) socket.patience.forget(answerTo.req_id);
    return undefined;
  };
  if (whole) return [() => answer({ msgtype: 'template_card', template_card: whole })];
  return [
    ...words.map((content, at) => () => answer({ msgtype: 'stream', stream: streamOf(id, at, content, waiting) })),
    ...buttonCards(reply, taskId).map((card) => () => say({ msgtype: 'template_card', template_card: card })),
  ];
}

/** A finished stream; the first one closes what was opened while people waited, else it can be rated. */
function streamOf(id: string, at: number, content: string, waiting: string | null): Body {
  if (at === 0 && waiting) return { id: waiting, finish: true, content };
  return { id: `${id}.${at}`, finish: true, content, ...(at === 0 ? { feedback: { id: `trace_${id}` } } : {}) };
}

async function sayFile(
  { host }: SocketSender,
  connection: Connection,
  say: Say,
  { orgId }: Outgoing,
  one: Attachment,
): Promise<undefined> {
  const bytes = Buffer.from(await one.bytes((file) => host.readFile(orgId, file)));
  if (bytes.length > FILE || bytes.length < FILE_LEAST)
    return say({ msgtype: 'markdown', markdown: { content: tooLarge(one) } });
  const type = isPicture(one, bytes) && bytes.length <= APP_IMAGE ? 'image' : 'file';
  const mediaId = await connection.upload(bytes, type, one.name);
  return say({ msgtype: type, [type]: { media_id: mediaId } });
}
