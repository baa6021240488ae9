import type { Host, Outgoing, Sent } from '../platform.ts';
import { DeliveryError } from '../platform.ts';
import { isStale } from './ack.ts';
import { buttonCard, doneCard, leftButtons, wholeCard } from './cards.ts';
import type { Connection } from './connection.ts';
import { BOT_MARKDOWN } from './limits.ts';
import { linkLines, render } from './render.ts';
import type { Socket } from './socket.ts';

/** A message's body as WeCom takes it. */
type Body = Readonly<Record<string, unknown>>;

/** One frame of a message, sent. */
type Step = () => Promise<void>;

/** How far messages got that must be sent again: their first frames are not shown twice. */
export type Progress = Map<string, number>;

/** What sending over the long connection needs. */
export interface SocketSender {
  readonly socket: Socket;
  readonly host: Pick<Host, 'readFile' | 'publicUrl'>;
  readonly progress: Progress;
}

/**
 * Sends a message over the long connection: a press updates its card while it may; an answer goes to its request, and as a
 * message of its own when that is too old; everything else is pushed (somebody must have spoken to the bot there before).
 */
export async function sendBySocket(sender: SocketSender, message: Outgoing): Promise<Sent> {
  const connection = sender.socket.connection();
  if (!connection) throw new DeliveryError('unreachable', 'no connection');
  if (await updatesCard(sender.socket, connection, message)) return {};
  const say = speaker(connection, message);
  const steps = [...wordSteps(sender, say, message), ...fileSteps(sender, connection, say, message)];
  for (const [at, step] of steps.entries()) {
    if (at < (sender.progress.get(message.id) ?? 0)) continue;
    await step();
    sender.progress.set(message.id, at + 1);
  }
  sender.progress.delete(message.id);
  return {};
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
type Say = (body: Body) => Promise<void>;

function speaker(connection: Connection, { answerTo, chat }: Outgoing): Say {
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

function wordSteps({ socket, host }: SocketSender, say: Say, { id, reply, answerTo }: Outgoing): readonly Step[] {
  const taskId = id.replaceAll('-', '');
  const waiting = answerTo?.req_id ? socket.patience.end(answerTo.req_id) : null;
  const whole = waiting ? null : wholeCard(reply, taskId);
  if (whole) return [() => say({ msgtype: 'template_card', template_card: whole })];
  const words = [...render(reply, BOT_MARKDOWN - 1000, true)];
  const rest = [leftButtons(reply), ...linkLines(reply, host.publicUrl)].filter(Boolean);
  if (rest.length > 0) words.push([words.pop() ?? '', ...rest].join('\n'));
  const card = buttonCard(reply, taskId);
  return [
    ...words.map((content, at) => () => say({ msgtype: 'stream', stream: streamOf(id, at, content, waiting) })),
    ...(card ? [() => say({ msgtype: 'template_card', template_card: card })] : []),
  ];
}

/** A finished stream; the first one closes what was opened while people waited, else it can be rated. */
function streamOf(id: string, at: number, content: string, waiting: string | null): Body {
  if (at === 0 && waiting) return { id: waiting, finish: true, content };
  return { id: `${id}.${at}`, finish: true, content, ...(at === 0 ? { feedback: { id: `trace_${id}` } } : {}) };
}

function fileSteps({ host }: SocketSender, connection: Connection, say: Say, message: Outgoing): readonly Step[] {
  return (message.reply.parts ?? []).flatMap((part) => {
    if (part.type !== 'picture' && part.type !== 'file') return [];
    const type = part.type === 'picture' ? 'image' : 'file';
    return async () => {
      const bytes = Buffer.from(await host.readFile(message.orgId, part.file));
      const mediaId = await connection.upload(bytes, type, part.file.name);
      await say({ msgtype: type, [type]: { media_id: mediaId } });
    };
  });
}
