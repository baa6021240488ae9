import { createHash } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import type { Incoming } from '../../commands/incoming.ts';
import { NAME } from './limits.ts';

const PARSER = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: true,
});

/** The `xml` element of a callback as text values; null for a document type, for anything else, for broken XML. */
export function readXml(text: string): Readonly<Record<string, unknown>> | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return null;
  try {
    const parsed = PARSER.parse(text) as { xml?: Record<string, unknown> };
    return parsed.xml && typeof parsed.xml === 'object' ? parsed.xml : null;
  } catch {
    return null;
  }
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A message or card event of the self-built app (always a direct chat); null for what is not for us. Ids stay text. */
export function fromApp(xml: Readonly<Record<string, unknown>>, workspace: string): Incoming | null {
  const user = word(xml.FromUserName).toLowerCase();
  if (!user) return null;
  const base = {
    platform: NAME,
    workspace,
    chat: { externalId: user, kind: 'direct' as const },
    sender: { externalId: user },
    answer: 'send' as const,
  };
  if (word(xml.MsgType) === 'text' && word(xml.MsgId))
    return { ...base, source: 'app', key: word(xml.MsgId), text: word(xml.Content) };
  if (word(xml.MsgType) === 'event' && word(xml.Event) === 'template_card_event' && word(xml.EventKey)) {
    const key = [user, xml.CreateTime, xml.Event, xml.EventKey, xml.TaskId, xml.ResponseCode].map(word).join('/');
    return {
      ...base,
      source: 'press',
      key: createHash('sha256').update(key).digest('hex'),
      text: '',
      press: word(xml.EventKey),
    };
  }
  return null;
}

interface BotBody {
  readonly msgid?: unknown;
  readonly chatid?: unknown;
  readonly chattype?: unknown;
  readonly from?: { readonly userid?: unknown };
  readonly response_url?: unknown;
  readonly msgtype?: unknown;
  readonly text?: { readonly content?: unknown };
  readonly voice?: { readonly content?: unknown };
  readonly mixed?: { readonly msg_item?: readonly { readonly text?: { readonly content?: unknown } }[] };
  readonly quote?: { readonly text?: { readonly content?: unknown } };
  readonly event?: {
    readonly eventtype?: unknown;
    readonly template_card_event?: { readonly event_key?: unknown; readonly task_id?: unknown };
  };
}

/** A message or card press of the smart bot; null for what is not for us (polls, ratings, arrivals). */
export function fromBot(json: unknown, workspace: string): Incoming | null {
  const body = (json ?? {}) as BotBody;
  const user = word(body.from?.userid).toLowerCase();
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
    sender: { externalId: user },
    answer: 'send' as const,
    ...(url ? { answerTo: { response_url: url } } : {}),
  };
  const press = word(body.event?.template_card_event?.event_key);
  if (press) return { ...base, source: 'press', key: id, text: '', press };
  const said = [body.text, body.voice, ...(body.mixed?.msg_item ?? []).map((item) => item.text)]
    .map((part) => word(part?.content))
    .filter(Boolean)
    .join('\n');
  const quote = word(body.quote?.text?.content);
  return said || quote
    ? { ...base, source: 'bot', key: id, text: said.replace(/^\s*@\S+\s*/, ''), ...(quote ? { quote } : {}) }
    : null;
}
