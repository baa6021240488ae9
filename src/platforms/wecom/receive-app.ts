import { pieces } from '../../rendering/attachments.ts';
import type { Host } from '../platform.ts';
import type { AppApi } from './api.ts';
import type { WecomConfig } from './config.ts';
import { CALLBACK_FILE_MS, PASSIVE_TEXT } from './limits.ts';
import { fetchAppImage, MediaError } from './media.ts';
import { fromApp, type Xml } from './parse-app.ts';
import { greeting } from './welcome.ts';
import { cannotRead, noFile } from './words.ts';

/** What taking a callback of the self-built app needs. */
export interface AppTaking {
  readonly config: WecomConfig;
  readonly host: Host;
  readonly app: AppApi;
}

/**
 * Takes one decrypted callback of the app: words and presses are committed, a picture is fetched first. Gives the text that
 * stands in the response (a greeting, once a day; an honest word on what cannot be read), null for an empty one: the answer
 * leaves by itself. Throws when nothing could be committed; WeCom then brings it again.
 */
export async function takeFromApp({ config, host, app }: AppTaking, xml: Xml): Promise<string | null> {
  const callback = fromApp(xml, config.workspace);
  if (callback.kind === 'nothing') return null;
  if (callback.kind === 'unreadable') return cannotRead(callback.type);
  if (callback.kind === 'arrived') {
    const words = await greeting(host, config, callback.user, `app/${callback.user}/${dayOf(host.now())}`);
    return words && (pieces(words, PASSIVE_TEXT, Buffer.byteLength)[0] ?? null);
  }
  const { incoming, mediaId } = callback;
  try {
    const files = mediaId === null ? {} : { files: [await fetchAppImage(app, mediaId, CALLBACK_FILE_MS)] };
    await host.accept({ ...incoming, ...files });
    return null;
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    return noFile(error.why);
  }
}

/** The number of the day in China. */
const dayOf = (now: Date): number => Math.floor((now.getTime() + 8 * 3_600_000) / 86_400_000);
