import { createHash } from 'node:crypto';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
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
    if (XMLValidator.validate(text) !== true) return null;
    const parsed = PARSER.parse(text) as { xml?: Record<string, unknown> };
    return parsed.xml && typeof parsed.xml === 'object' ? parsed.xml : null;
  } catch {
    return null;
  }
}

/** A value as text; "" for anything else. */
export const word = (value: unknown): string => (typeof value === 'string' ? value : '');

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
      answerTo: { response_code: word(xml.ResponseCode), task_id: word(xml.TaskId) },
    };
  }
  return null;
}
