import { pieces } from '../../rendering/attachments.ts';
import type { SealedButton } from '../../rendering/reply.ts';
import { BUTTONS, CONFIRM, CONTEXT, LABEL, SECTION, URL_MOST, VALUE } from './limits.ts';

/** A block of Block Kit. */
export type Block = Readonly<Record<string, unknown>>;

/** User text in mrkdwn and in the text beside the blocks: no mention, channel or link comes alive. */
export const inert = (text: string): string =>
  text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Words in which Slack parses nothing. */
export const plainText = (text: string) => ({
  type: 'plain_text',
  text: text.toWellFormed(),
  emoji: false,
});

/** A long text as several sections. */
export const sections = (text: string): readonly Block[] =>
  pieces(text, SECTION).map((piece) => ({ type: 'section', text: plainText(piece) }));

/** Small print. */
export const small = (text: string): readonly Block[] =>
  pieces(text, CONTEXT).map((piece) => ({ type: 'context', elements: [plainText(piece)] }));

/** A line in bold. */
export const bold = (text: string): readonly Block[] =>
  pieces(text, SECTION).map((piece) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: piece, style: { bold: true } }] }],
  }));

/** Whether a button can stand in a message; one that cannot is named in words. */
export const fitsButton = ({ url, token }: SealedButton): boolean =>
  url ? url.length < URL_MOST - 200 : token.length <= VALUE;

/** What a press of it brings back: whether it asks for a form, and which others it makes useless. */
const actionId = ({ form, group }: SealedButton, at: number): string =>
  `${form ? 'form' : 'press'}.${at}${group ? `.${group}` : ''}`;

/** Buttons, five a row. `publicUrl` stands before pages of our own. */
export function buttonRows(buttons: readonly SealedButton[], publicUrl: string): readonly Block[] {
  const elements = buttons.map((button, at) => ({
    type: 'button',
    action_id: actionId(button, at),
    text: plainText(shortened(button.label || '…', LABEL)),
    ...(button.url
      ? { url: button.url.startsWith('/') ? publicUrl + button.url : button.url }
      : { value: button.token }),
    ...(button.style ? { style: button.style } : {}),
    ...(button.confirm ? { confirm: confirmation(button.confirm) } : {}),
  }));
  return Array.from({ length: Math.ceil(elements.length / BUTTONS) }, (_, row) => ({
    type: 'actions',
    elements: elements.slice(row * BUTTONS, (row + 1) * BUTTONS),
  }));
}

/** A text of at most so many UTF-16 units; a longer one ends in … */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let short = '';
  for (const character of text) {
    if (short.length + character.length >= most) break;
    short += character;
  }
  return `${short}…`;
}

const confirmation = (text: string): Block => ({
  title: plainText('请确认'),
  text: plainText(shortened(text, CONFIRM)),
  confirm: plainText('确定'),
  deny: plainText('取消'),
});
