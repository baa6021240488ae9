import type { Incoming } from '../../commands/incoming.ts';
import type { Host } from '../platform.ts';
import type { WecomConfig } from './config.ts';
import type { Frame } from './connection.ts';
import { takeRating } from './feedback.ts';
import { COMMIT_MS, chatBucket, FILE_MS, MEMBER_RATE } from './limits.ts';
import { fetchMedia, MediaError } from './media.ts';
import { type BotEvent, eventOf, fromBot, mediaOf, unreadable, userOf } from './parse-bot.ts';
import { refreshable, type Socket } from './socket.ts';
import { closed, type Response } from './stream.ts';
import { welcome } from './welcome.ts';
import { AT_WORK, cannotRead, NOT_TAKEN, noFile } from './words.ts';

/** What receiving needs. */
export interface Hearing {
  readonly config: WecomConfig;
  readonly host: Host;
  readonly socket: Socket;
}

/** Takes one frame of the long connection. Never throws: what goes wrong is said to the person or logged. */
export function hear(hearing: Hearing, frame: Frame): void {
  const event = eventOf(frame.body);
  const work = event && event.type !== 'template_card_event' ? happened(hearing, frame, event) : said(hearing, frame);
  void work.catch((error: unknown) => hearing.host.log.error({ err: error }, 'wecom: a frame was not taken'));
}

async function happened({ config, host, socket }: Hearing, frame: Frame, event: BotEvent): Promise<void> {
  if (event.type === 'enter_chat') {
    const body = await welcome(host, config, event);
    if (body) await socket.connection()?.ask('aibot_respond_welcome_msg', body, frame.headers.req_id);
  } else if (event.type === 'feedback_event' && event.rating) {
    await takeRating(host, config.workspace, event);
  } else host.log.info({ type: event.type }, 'wecom: an event we do not know');
}

async function said(hearing: Hearing, frame: Frame): Promise<void> {
  const { config, host, socket } = hearing;
  const reqId = frame.headers.req_id;
  const incoming = fromBot(frame.body, config.workspace, config.botNames);
  const lost = incoming ? null : unreadable(frame.body);
  if (lost) await answer(socket, reqId, closed(lost.id, cannotRead(lost.type)));
  if (!incoming) return;
  if (incoming.press) refreshable(socket, reqId);
  try {
    const files = await Promise.all(mediaOf(frame.body).map((media) => fetchMedia(media, null, FILE_MS)));
    const whole = { ...incoming, ...(files.length > 0 ? { files } : {}), answerTo: handleOf(frame, incoming) };
    const isNew = await commit(host, whole);
    if (isNew && !incoming.press)
      socket.patience.begin(reqId, (stream) => void atWork(hearing, incoming, reqId, stream));
  } catch (error) {
    host.log.error({ err: error }, 'wecom: a message was not taken');
    const content = error instanceof MediaError ? noFile(error.why) : NOT_TAKEN;
    if (!incoming.press) await answer(socket, reqId, closed(incoming.key, content));
  }
}

/** How this delivery can be answered: kept with it, for whichever process sends the answer. */
function handleOf(frame: Frame, incoming: Incoming): Readonly<Record<string, string>> {
  const event = eventOf(frame.body);
  return {
    req_id: frame.headers.req_id,
    user: userOf(frame.body),
    ...(incoming.press && event ? { task_id: event.taskId } : {}),
  };
}

/** Commits; a database that is away for a moment is waited for, because WeCom does not bring the message again. */
async function commit(host: Host, incoming: Incoming): Promise<boolean> {
  for (let waited = 0, pause = 200; ; waited += pause, pause = Math.min(pause * 2, 5000)) {
    try {
      return await host.accept(incoming);
    } catch (error) {
      if (waited >= COMMIT_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Says that the work is going on, where the chat's rate has room for it. */
async function atWork({ host, socket }: Hearing, incoming: Incoming, reqId: string, id: string): Promise<void> {
  const stream = { id, finish: false, content: AT_WORK };
  await host
    .pace(chatBucket(incoming.workspace, incoming.chat.externalId), MEMBER_RATE)
    .then(() => answer(socket, reqId, { msgtype: 'stream', stream }))
    .catch(() => undefined);
}

async function answer(socket: Socket, reqId: string, body: Response): Promise<void> {
  await socket.connection()?.ask('aibot_respond_msg', body, reqId);
}
