import { type Attachment, fitTables, pieces } from '../../rendering/attachments.ts';
import type { Part, SealedButton, SealedReply } from '../../rendering/reply.ts';
import { fitsCard } from './cards.ts';
import { CARD_BUTTON_TEXT, TABLE_ROWS } from './limits.ts';
import { inert, inertLine, restOfLine, tables } from './markdown.ts';

/** How a channel draws. */
export interface Surface {
  /** Bytes of one message. */
  readonly bytes: number;
  /** markdown_v2: tables and lists; else cells stand beside each other. */
  readonly tables: boolean;
  /** Cards beside the text carry the buttons; else they are named, so that people can type them. */
  readonly cards: boolean;
  /** Where pages of ours are. */
  readonly publicUrl: string;
  /** Rows a table shows; 15 unless said. */
  readonly rows?: number;
}

/** A reply as markdown messages, with what is sent beside. */
export interface Drawing {
  readonly messages: readonly string[];
  readonly attachments: readonly Attachment[];
}

const bytes = (text: string): number => Buffer.byteLength(text);

/**
 * Draws a reply. In this order: a table, the same in several messages with the head on each, fewer rows with their number
 * and a file. Text goes on in the next message at a line's end; nothing is cut.
 */
export function render(reply: SealedReply, surface: Surface): Drawing {
  const { parts, attachments } = fitTables(reply, surface.rows ?? TABLE_ROWS);
  const names = (reply.mentions ?? []).map(({ name }) => inertLine(`@${name}`)).join(' ');
  const blocks = [
    ...pieces(inertLine(reply.title), surface.bytes - 8, bytes).map((piece) => `**${restOfLine(piece)}**`),
    names,
    ...parts.flatMap((part) => partBlocks(part, surface)),
    ...(reply.buttons ?? []).filter((button) => button.url).map((button) => link(button, surface.publicUrl)),
    buttonHint(reply, surface.cards),
  ].filter(Boolean);
  return { messages: pack(blocks, surface.bytes), attachments };
}

function partBlocks(part: Part, surface: Surface): readonly string[] {
  switch (part.type) {
    case 'text':
      return [inert(part.text)];
    case 'note':
      return pieces(inert(part.text), surface.bytes - 8, bytes)
        .map(restOfLine)
        .map(quoted);
    case 'facts':
      return part.facts.map(({ label, value, was }) => inert(`${label}：${was ? `${was} → ` : ''}${value}`));
    case 'list':
      return [...headingOf(part.heading), ...part.items.map((item) => `- ${inertLine(item)}`)];
    case 'table':
      return [
        ...headingOf(part.heading),
        ...(surface.tables
          ? tables(part, surface.bytes - 4).map((table) => `\n${table}\n`)
          : [part.columns.map((column) => column.head), ...part.rows].map((cells) => inertLine(cells.join('　')))),
        ...(part.more ? [inert(part.more)] : []),
      ];
    case 'picture':
    case 'file':
      return [];
  }
}

/** Quoted line by line, unless that makes it too long: then as it is. */
const quoted = (text: string): string => (text.includes('\n') ? text : `> ${text}`);

const headingOf = (heading: string | undefined): readonly string[] => (heading ? [`**${inertLine(heading)}**`] : []);

/** Blocks into messages; a block longer than a message is cut at line ends. */
function pack(blocks: readonly string[], most: number): readonly string[] {
  const messages: string[] = [];
  for (const block of blocks.flatMap((one) =>
    bytes(one) <= most ? [one] : pieces(one, most - 3, bytes).map(restOfLine),
  )) {
    const joined = messages.length === 0 ? block : `${messages.at(-1)}\n${block}`;
    if (messages.length > 0 && bytes(joined) <= most) messages[messages.length - 1] = joined;
    else messages.push(block);
  }
  return messages.map((message) => message.trim()).filter(Boolean);
}

const link = ({ label, url = '' }: SealedButton, publicUrl: string): string => {
  const whole = url.startsWith('/') ? publicUrl + url : url;
  return /^https?:\/\/[^\s()<>]+$/.test(whole) ? `[${inertLine(label)}](${whole})` : inertLine(label);
};

/** Buttons that no card carries are named, so that people can type them. */
export function buttonHint({ buttons = [] }: SealedReply, cards = false): string {
  const named = buttons.filter((button) => !button.url && !(cards && fitsCard(button)));
  const clipped = buttons.filter((button) => cards && fitsCard(button) && [...button.label].length > CARD_BUTTON_TEXT);
  const lines = [
    named.length > 0 ? `可以直接回复：${named.map(({ label }) => inertLine(label)).join('、')}` : '',
    clipped.length > 0 ? `按钮全文：${clipped.map(({ label }) => inertLine(label)).join('；')}` : '',
  ];
  return lines.filter(Boolean).join('\n');
}
