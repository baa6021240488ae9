import { createHash } from 'node:crypto';

interface Card {
  readonly task_id?: string;
  readonly button_list?: readonly { readonly text: string; readonly key: string }[];
}

interface Sent {
  readonly markdown?: { readonly content: string };
  readonly markdown_v2?: { readonly content: string };
  readonly text?: { readonly content: string };
  readonly image?: { readonly base64?: string; readonly md5?: string };
  readonly template_card?: Card;
}

const bytes = (text: string): number => Buffer.byteLength(text);

/** The code that WeCom gives a message that breaks a documented limit; 0 for one that keeps them. */
export function limitBroken(
  path: string,
  { markdown, markdown_v2: table, text, image, template_card: card }: Sent,
): number {
  const webhook = path === 'webhook/send';
  if (!webhook && path !== 'message/send') return 0;
  const most = webhook ? 4096 : 2048;
  if (bytes(markdown?.content ?? '') > most || bytes(table?.content ?? '') > 4096 || bytes(text?.content ?? '') > 2048)
    return 40_058;
  if ([markdown, table, text].some((part) => part?.content.trim() === '')) return 44_004;
  if (webhook && image) return pictureBroken(image);
  return card ? cardBroken(card) : 0;
}

function pictureBroken({ base64 = '', md5 }: NonNullable<Sent['image']>): number {
  const raw = Buffer.from(base64, 'base64');
  if (raw.toString('base64') !== base64 || createHash('md5').update(raw).digest('hex') !== md5) return 40_058;
  return raw.length > 2 * 1024 * 1024 ? 93_018 : 0;
}

function cardBroken({ task_id: task = '', button_list: buttons = [] }: Card): number {
  if (!/^[0-9A-Za-z_@-]{1,128}$/.test(task)) return 42_014;
  if (buttons.length < 1 || buttons.length > 6) return 40_016;
  const keys = buttons.map(({ key }) => key);
  return new Set(keys).size < keys.length || keys.some((key) => !key || bytes(key) > 1024) ? 42_017 : 0;
}
