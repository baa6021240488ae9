import { z } from 'zod';
import type { Incoming, IncomingFile } from '../../commands/incoming.ts';
import { MAX_FILE_BYTES } from './limits.ts';

/** A line without control characters: kept as it is. */
const PLAIN = /^[^\p{Cc}\p{Cs}]+$/u;

const KEY = z.string().min(8).max(200).regex(PLAIN);

const FILES = z
  .array(
    z.strictObject({
      name: z.string().max(200).regex(PLAIN),
      base64: z.base64().max(Math.ceil((MAX_FILE_BYTES * 4) / 3) + 4),
    }),
  )
  .max(3)
  .optional();

/** The body of POST /api/chat. Unknown keys are refused. */
export const ApiMessage = z.strictObject({
  text: z.string().optional(),
  chat: z.string().max(200).optional(),
  from: z.string().max(200).optional(),
  quote: z.string().optional(),
  press: z.string().max(8_192).optional(),
  message_id: z.string().max(200).regex(PLAIN).optional(),
  files: FILES,
});
export type ApiMessage = z.infer<typeof ApiMessage>;

/** What the page sends: the same, with ids instead of names. `label` stands on the pressed button, `on` is its card's
 * message. */
export const PageMessage = z.strictObject({
  text: z.string().optional(),
  chat: z.string().max(200),
  as: z.int().positive().optional(),
  quote: z.string().optional(),
  press: z.string().max(8_192).optional(),
  label: z.string().max(200).optional(),
  on: z.int().positive().optional(),
  key: KEY,
  files: FILES,
});
export type PageMessage = z.infer<typeof PageMessage>;

/** About a form: the chat it stands in, and the token of what opens or sends it. */
const ABOUT_FORM = {
  chat: z.string().max(200),
  as: z.int().positive().optional(),
  press: z.string().max(8_192),
};

/** A button asks for its form. */
export const FormOpened = z.strictObject({ ...ABOUT_FORM, key: KEY });
/** Words typed into a list of a form. */
export const FormLooked = z.strictObject({ ...ABOUT_FORM, field: z.string().max(40), words: z.string().max(200) });
/** What was filled in; `label` is what the chat shows of it, `on` the message whose button opened it. */
export const FormFilled = z.strictObject({
  ...ABOUT_FORM,
  fields: z.record(z.string().max(40), z.string()),
  label: z.string().max(200),
  on: z.int().positive().optional(),
  key: KEY,
});

/** Where a message comes from, already found in the room. */
export interface Place {
  readonly workspace: string;
  readonly chat: { readonly externalId: string; readonly kind: 'group' | 'direct'; readonly name: string };
  readonly sender: { readonly externalId: string; readonly name: string };
}

/** A message and its place → the delivery that dispatch takes. The bot's own mention at the start is removed. */
export function toIncoming(
  message: {
    text?: string | undefined;
    quote?: string | undefined;
    press?: string | undefined;
    files?: ApiMessage['files'];
  },
  place: Place,
  key: { readonly source: string; readonly key: string },
): Incoming {
  const files = message.files?.map(toFile) ?? [];
  return {
    platform: 'web',
    ...place,
    ...key,
    text: message.press === undefined ? withoutMention(message.text ?? '') : '',
    ...(message.quote ? { quote: message.quote } : {}),
    ...(files.length > 0 ? { files } : {}),
    ...(message.press === undefined ? {} : { press: message.press.replace(/[^\x21-\x7e]/g, '') }),
    answer: 'return',
  };
}

const withoutMention = (text: string): string => text.replace(/^\s*[@＠]小招[\s,，:：]*/, '');

const MIMES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
};

function toFile({ name, base64 }: { name: string; base64: string }): IncomingFile {
  const ending = name.toLowerCase().split('.').pop() ?? '';
  return { name, base64, mime: MIMES[ending] ?? 'application/octet-stream' };
}
