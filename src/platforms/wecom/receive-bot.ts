import type { Host } from '../platform.ts';
import type { WecomConfig } from './config.ts';
import { takeRating } from './feedback.ts';
import { CALLBACK_FILE_MS } from './limits.ts';
import { fetchMedia, MediaError } from './media.ts';
import { eventOf, fromBot, mediaOf, pollOf, unreadable, userOf } from './parse-bot.ts';
import { begun, closed, placeOf, polled, pressed, streamId } from './stream.ts';
import { welcome } from './welcome.ts';
import { cannotRead, noFile } from './words.ts';

/** What taking a callback of the smart bot needs; files are encrypted with the callbacks' own key. */
export interface Taking {
  readonly config: WecomConfig;
  readonly host: Host;
  readonly aesKey: string;
}

/**
 * Takes one decrypted callback of the smart bot: a message with its files is committed and a stream opened for its answer, a
 * poll gets what there is, somebody's arrival is greeted. Gives what stands in the response, which must leave within five
 * seconds; null: nothing. Throws when nothing could be committed.
 */
export async function takeFromBot({ config, host, aesKey }: Taking, body: unknown): Promise<object | null> {
  const poll = pollOf(body);
  if (poll) return polled(placeOf(host, config.workspace, poll), poll);
  const event = eventOf(body);
  if (event?.type === 'enter_chat') return welcome(host, config, event);
  if (event?.type === 'feedback_event' && event.rating) {
    await takeRating(host, config.workspace, event);
    return null;
  }
  const incoming = fromBot(body, config.workspace, config.botNames);
  if (!incoming) {
    const lost = unreadable(body);
    return lost && closed(lost.id, cannotRead(lost.type));
  }
  try {
    const files = await Promise.all(mediaOf(body).map((media) => fetchMedia(media, aesKey, CALLBACK_FILE_MS)));
    const id = streamId(incoming.key);
    const answerTo = {
      ...incoming.answerTo,
      stream: id,
      user: userOf(body),
      ...(incoming.press && event ? { task_id: event.taskId } : {}),
    };
    await host.accept({ ...incoming, ...(files.length > 0 ? { files } : {}), answerTo });
    return incoming.press ? pressed(placeOf(host, config.workspace, id)) : begun(id);
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    return closed(incoming.key, noFile(error.why));
  }
}
