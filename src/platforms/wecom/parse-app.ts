import { createHash } from 'node:crypto';
import type { Incoming } from '../../commands/incoming.ts';
import { NAME } from './limits.ts';
import { word } from './parse.ts';

/** The element of a callback, as {@link readXml} gives it. */
export type Xml = Readonly<Record<string, unknown>>;

/** What a callback of the self-built app is: always of one person, who is alone with the app. Ids stay text. */
export type AppCallback =
  /** Words, a picture (`mediaId`: to be fetched), a press of a card or of the app's menu. */
  | { readonly kind: 'said'; readonly incoming: Incoming; readonly mediaId: string | null }
  /** Something that nobody here can read: its MsgType. */
  | { readonly kind: 'unreadable'; readonly type: string }
  /** Somebody has the app now, or opens it. */
  | { readonly kind: 'arrived'; readonly user: string }
  | { readonly kind: 'nothing' };

/** Understands a callback of the app. */
export function fromApp(xml: Xml, workspace: string): AppCallback {
  const user = word(xml.FromUserName).toLowerCase();
  if (!user || user === 'sys') return { kind: 'nothing' };
  const base = {
    platform: NAME,
    workspace,
    chat: { externalId: user, kind: 'direct' as const },
    sender: { externalId: user },
    answer: 'send' as const,
  };
  if (word(xml.MsgType) === 'event') return eventOf(xml, user, base);
  const id = word(xml.MsgId);
  if (!id) return { kind: 'nothing' };
  const said = (text: string, mediaId: string | null = null): AppCallback => ({
    kind: 'said',
    incoming: { ...base, source: 'app', key: id, text },
    mediaId,
  });
  const type = word(xml.MsgType);
  if (type === 'text') return said(word(xml.Content));
  if (type === 'voice' && word(xml.Recognition)) return said(word(xml.Recognition));
  if (type === 'image' && word(xml.MediaId)) return said('', word(xml.MediaId));
  return { kind: 'unreadable', type };
}

/** A card's button, a line of the app's menu (whose key is what it says), an arrival; events have no id of their own. */
function eventOf(
  xml: Xml,
  user: string,
  base: Pick<Incoming, 'platform' | 'workspace' | 'chat' | 'sender' | 'answer'>,
): AppCallback {
  const [event, eventKey] = [word(xml.Event), word(xml.EventKey)];
  const id = [user, xml.CreateTime, event, eventKey, xml.TaskId, xml.ResponseCode].map(word).join('/');
  const key = createHash('sha256').update(id).digest('hex');
  if (event === 'subscribe' || event === 'enter_agent') return { kind: 'arrived', user };
  if (event === 'click' && eventKey)
    return { kind: 'said', incoming: { ...base, source: 'menu', key, text: eventKey }, mediaId: null };
  if (event !== 'template_card_event' || !eventKey) return { kind: 'nothing' };
  const answerTo = { response_code: word(xml.ResponseCode), task_id: word(xml.TaskId) };
  return {
    kind: 'said',
    incoming: { ...base, source: 'press', key, text: '', press: eventKey, answerTo },
    mediaId: null,
  };
}
