import { createHash } from 'node:crypto';
import type { Handover, Host } from '../platform.ts';
import { NAME, PRESS_LOOK_MS, PRESS_MS, STREAM_MS } from './limits.ts';
import { AT_WORK, BELOW, LATER, NOT_FOUND } from './words.ts';

/** What stands in the response to a callback. */
export type Response = Readonly<Record<string, unknown>>;

/** The stream of a message, the same one when the message comes again. */
export const streamId = (msgid: string): string => `s_${createHash('sha256').update(msgid).digest('hex').slice(0, 40)}`;

const OURS = /^s_[0-9a-f]{40}$/;

/** Where the answer to a message or press lies until WeCom comes for it. */
export const placeOf = ({ handover }: Pick<Host, 'handover'>, workspace: string, stream: string): Handover =>
  handover(`${NAME}/${workspace}/${stream}`);

const words = (id: string, finish: boolean, content: string, more: Response = {}): Response => ({
  msgtype: 'stream',
  stream: { id, finish, content, ...more },
});

/** The first response to a message: the work is going on; the finished answer can be rated. */
export const begun = (id: string): Response => words(id, false, AT_WORK, { feedback: { id: `trace_${id}` } });

/** All there is to say to a message, at once. */
export const closed = (msgid: string, content: string): Response => words(streamId(msgid), true, content);

/** WeCom comes for the answer of a stream: it, or how it stands. Any replica can be asked, as often as it likes. */
export async function polled(place: Handover, id: string): Promise<Response> {
  if (!OURS.test(id)) return words(id, true, NOT_FOUND);
  const found = await place.fetch();
  if (found === 'closed') return words(id, true, BELOW);
  if ('body' in found) return found.body as Response;
  if (found.opensMs < STREAM_MS) return words(id, false, AT_WORK);
  await place.close();
  return words(id, true, LATER);
}

/** The response to a press: its card's update, if the work is done in time; null: nothing, the outcome is said another way. */
export async function pressed(place: Handover): Promise<Response | null> {
  for (const end = performance.now() + PRESS_MS; performance.now() < end; ) {
    const found = await place.fetch();
    if (found === 'closed') return null;
    if ('body' in found) return Object.keys(found.body as object).length > 0 ? (found.body as Response) : null;
    await new Promise((resolve) => setTimeout(resolve, PRESS_LOOK_MS));
  }
  await place.close();
  return null;
}
