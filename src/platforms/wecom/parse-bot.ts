import type { Incoming } from '../../commands/incoming.ts';
import { NAME } from './limits.ts';
import { withoutName } from './mention.ts';
import { word } from './parse.ts';

interface Content {
  readonly content?: unknown;
}

interface Link {
  readonly url?: unknown;
  readonly aeskey?: unknown;
}

/** What somebody says, or quotes: one of the kinds, or pictures and text in turn. */
interface Said {
  readonly text?: Content;
  readonly voice?: Content;
  readonly image?: Link;
  readonly file?: Link;
  readonly video?: Link;
  readonly mixed?: { readonly msg_item?: readonly { readonly text?: Content; readonly image?: Link }[] };
}

interface BotBody extends Said {
  readonly msgtype?: unknown;
  readonly stream?: { readonly id?: unknown };
  readonly msgid?: unknown;
  readonly chatid?: unknown;
  readonly chattype?: unknown;
  readonly from?: { readonly userid?: unknown };
  readonly response_url?: unknown;
  readonly quote?: Said;
  readonly event?: {
    readonly eventtype?: unknown;
    readonly template_card_event?: { readonly event_key?: unknown; readonly task_id?: unknown };
    readonly feedback_event?: {
      readonly id?: unknown;
      readonly type?: unknown;
      readonly content?: unknown;
      readonly inaccurate_reason_list?: unknown;
    };
  };
}

/** A file that waits at WeCom for five minutes, encrypted; `aesKey` comes with it on the long connection only. */
export interface Media {
  readonly url: string;
  readonly aesKey: string | null;
  readonly kind: 'image' | 'file';
}

/** The key of a button that does nothing (what stands on a card that is finished). */
export const NOTHING = 'noop';

/**
 * A message or card press of the smart bot, whichever way it came; null for what is not for us. A bare file gives empty
 * words. The chat of a person keeps the id as delivered, for WeCom wants it so when we write first.
 */
export function fromBot(json: unknown, workspace: string, names: readonly string[]): Incoming | null {
  const body = (json ?? {}) as BotBody;
  const user = userOf(json);
  const id = word(body.msgid);
  const group = body.chattype === 'group';
  if (!user || user === 'sys' || !id || (group && !word(body.chatid))) return null;
  const url = word(body.response_url);
  const base = {
    platform: NAME,
    workspace,
    chat: group
      ? { externalId: word(body.chatid), kind: 'group' as const }
      : { externalId: user, kind: 'direct' as const },
    sender: { externalId: user.toLowerCase() },
    answer: 'send' as const,
    ...(url ? { answerTo: { response_url: url } } : {}),
  };
  const press = word(body.event?.template_card_event?.event_key);
  if (press) return press === NOTHING ? null : { ...base, source: 'press', key: id, text: '', press };
  const said = wordsOf(body);
  const quote = wordsOf(body.quote);
  if (!said && !quote && mediaOf(json).length === 0) return null;
  const text = withoutName(said, names, group);
  return { ...base, source: 'bot', key: id, text, ...(quote ? { quote } : {}) };
}

/** A message that nobody here can read (a video, speech that was not understood): its id and msgtype; null for all else. */
export function unreadable(json: unknown): { readonly id: string; readonly type: string } | null {
  const { msgtype, msgid, event } = (json ?? {}) as BotBody;
  const [type, id] = [word(msgtype), word(msgid)];
  if (!id || !type || event || ['text', 'stream'].includes(type) || ['', 'sys'].includes(userOf(json))) return null;
  return { id, type };
}

const wordsOf = (said: Said | undefined): string =>
  [said?.text, said?.voice, ...(said?.mixed?.msg_item ?? []).map((item) => item.text)]
    .map((part) => word(part?.content))
    .filter(Boolean)
    .join('\n');

/** Who speaks, as delivered: WeCom wants an encrypted id back letter by letter. */
export const userOf = (json: unknown): string => word(((json ?? {}) as BotBody).from?.userid);

/** The pictures and files of a message, those of what it quotes after its own. Videos are left out. */
export function mediaOf(json: unknown): readonly Media[] {
  const body = (json ?? {}) as BotBody;
  return [body, body.quote].flatMap((said) => [
    ...linked(said?.file, 'file'),
    ...linked(said?.image, 'image'),
    ...(said?.mixed?.msg_item ?? []).flatMap((item) => linked(item.image, 'image')),
  ]);
}

const linked = (link: Link | undefined, kind: Media['kind']): readonly Media[] => {
  const url = word(link?.url);
  return url ? [{ url, aesKey: word(link?.aeskey) || null, kind }] : [];
};

/** What somebody thought of an answer: 1 good, 2 bad, 3 taken back; the reasons by number, and what they wrote. */
export interface Rating {
  readonly id: string;
  readonly type: number;
  readonly reasons: readonly number[];
  readonly words: string;
}

/** What happened, for what is no message: its kind, the pressed card, the rated answer. */
export interface BotEvent {
  readonly type: string;
  readonly user: string;
  readonly id: string;
  readonly taskId: string;
  readonly rating: Rating | null;
}

/** The stream that a callback asks for; null when it is no such thing. */
export function pollOf(json: unknown): string | null {
  const { msgtype, stream } = (json ?? {}) as BotBody;
  return (msgtype === 'stream' && word(stream?.id)) || null;
}

/** The event of a callback; null for a message. */
export function eventOf(json: unknown): BotEvent | null {
  const body = (json ?? {}) as BotBody;
  const type = word(body.event?.eventtype);
  if (!type) return null;
  const rating = body.event?.feedback_event;
  return {
    type,
    user: userOf(json),
    id: word(body.msgid),
    taskId: word(body.event?.template_card_event?.task_id),
    rating: rating
      ? { id: word(rating.id), type: Number(rating.type), reasons: reasonsOf(rating), words: word(rating.content) }
      : null,
  };
}

const reasonsOf = ({
  inaccurate_reason_list: list,
}: {
  readonly inaccurate_reason_list?: unknown;
}): readonly number[] => (Array.isArray(list) ? list.map(Number).slice(0, 10) : []);
