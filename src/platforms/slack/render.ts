import { type Attachment, fitTables, pieces } from '../../rendering/attachments.ts';
import type { Part, SealedButton, SealedMention, SealedReply, TablePart } from '../../rendering/reply.ts';
import { toText } from '../../rendering/text.ts';
import { type Block, bold, buttonRows, fitsButton, inert, plainText, sections, small } from './blocks.ts';
import { BLOCKS, HEADER, LABEL, MESSAGE, SECTION, TABLE_ROWS, TEXT } from './limits.ts';
import { fitsNative, nativeTable, tableLines } from './table.ts';

/** One message: the blocks, the same for workspaces that lack the newest ones, and all of it in plain text. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Where a workspace answers `invalid_blocks`: no native table. */
  readonly older: readonly Block[];
}

/** A reply as messages within Slack's limits, with what is uploaded beside. */
export interface Drawing {
  readonly messages: readonly SlackMessage[];
  readonly attachments: readonly Attachment[];
}

/** A piece of a message that stays together, with its words. */
interface Chunk {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly older?: readonly Block[];
}

/**
 * Draws a reply. In this order: native table, preformatted lines, fewer rows with their number and a file; what one message
 * cannot hold goes on in the next. User text stands where Slack parses nothing (plain text, raw cells).
 */
export function render(reply: SealedReply, publicUrl: string): Drawing {
  const { parts, attachments } = fitTables(reply, TABLE_ROWS);
  const chunks = [...titleChunks(reply), ...parts.flatMap(partChunks), ...buttonChunks(reply, publicUrl)];
  const messages: Chunk[][] = [];
  for (const chunk of chunks) {
    const last = messages.at(-1);
    if (last && fitsIn([...last, chunk])) last.push(chunk);
    else messages.push([chunk]);
  }
  return {
    attachments,
    messages: messages.map((all, at) => ({
      text: `${at === 0 ? '' : `${inert(shortTitle(reply.title))}（续${at}）\n`}${textOf(all)}`,
      blocks: all.flatMap(({ blocks }) => blocks),
      older: all.flatMap(({ blocks, older }) => older ?? blocks),
    })),
  };
}

const textOf = (chunks: readonly Chunk[]): string =>
  chunks
    .map(({ text }) => inert(text))
    .filter(Boolean)
    .join('\n');

const shortTitle = (title: string): string => [...title.replace(/\s+/g, ' ').trim()].slice(0, 60).join('');

/** One table a message is all that Slack takes. */
function fitsIn(chunks: readonly Chunk[]): boolean {
  const blocks = chunks.flatMap((chunk) => chunk.blocks);
  const older = chunks.flatMap((chunk) => chunk.older ?? chunk.blocks);
  return (
    Math.max(blocks.length, older.length) <= BLOCKS &&
    Math.max(JSON.stringify(blocks).length, JSON.stringify(older).length) <= MESSAGE &&
    textOf(chunks).length <= TEXT - 300 &&
    blocks.filter(({ type }) => type === 'table').length <= 1
  );
}

const TONES = { ok: '✅', info: '', ask: '❓', warn: '⚠️', refused: '🚫' } as const;

function titleChunks({ title, tone = 'info', mentions = [] }: SealedReply): readonly Chunk[] {
  const text = `${TONES[tone]} ${title}`.trim();
  const blocks =
    text.length <= HEADER && !text.includes('\n') ? [{ type: 'header', text: plainText(text) }] : undefined;
  return [...(blocks ? [{ text, blocks }] : textChunks(text, sections)), ...calledChunks(mentions)];
}

/** People called by Slack's own mention; so many names that no block holds them stand as words. */
function calledChunks(mentions: readonly SealedMention[]): readonly Chunk[] {
  const names = mentions.map(({ name }) => `@${name}`).join(' ');
  if (names.length === 0) return [];
  if (inert(names).length > MOST) return textChunks(names, sections);
  const elements = mentions.flatMap(({ name, externalId }) => [
    externalId && /^[UW][A-Z0-9]+$/.test(externalId)
      ? { type: 'user', user_id: externalId }
      : { type: 'text', text: `@${name}` },
    { type: 'text', text: ' ' },
  ]);
  return [{ text: names, blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }] }];
}

/** Characters of one chunk's words, escaped. */
const MOST = 2000;

/** A chunk for each block that a text makes. */
const textChunks = (text: string, draw: (text: string) => readonly Block[]): readonly Chunk[] =>
  pieces(text, MOST, (one) => inert(one).length).flatMap((piece) =>
    draw(piece).map((block) => ({ text: piece, blocks: [block] })),
  );

function partChunks(part: Part): readonly Chunk[] {
  switch (part.type) {
    case 'text':
    case 'facts':
      return textChunks(toText({ title: '', parts: [part] }), sections);
    case 'list':
      return headed(part.heading, textChunks(part.items.map((item) => `• ${item}`).join('\n'), sections));
    case 'table':
      return tableChunks(part);
    case 'note':
      return textChunks(part.text, small);
    case 'picture':
    case 'file':
      return [];
  }
}

function tableChunks(table: TablePart): readonly Chunk[] {
  const text = toText({ title: '', parts: [{ type: 'table', columns: table.columns, rows: table.rows }] });
  const lines = tableLines(table);
  const body: readonly Chunk[] =
    fitsNative(table) && inert(text).length <= TEXT - 600
      ? [{ text, blocks: [nativeTable(table)], older: lines }]
      : textChunks(text, (piece) => preformatted(piece));
  return [...headed(table.heading, body), ...textChunks(table.more ?? '', small)];
}

/** A heading goes into one message with what it heads, unless it is so long that both do not fit. */
function headed(heading = '', [first, ...rest]: readonly Chunk[]): readonly Chunk[] {
  const head = textChunks(heading, bold);
  const [line, more] = head;
  if (!first) return head;
  if (!line || more) return [...head, first, ...rest];
  const both = {
    text: `${line.text}\n${first.text}`,
    blocks: [...line.blocks, ...first.blocks],
    older: [...line.blocks, ...(first.older ?? first.blocks)],
  };
  return fitsIn([both]) ? [both, ...rest] : [line, first, ...rest];
}

const preformatted = (text: string): readonly Block[] =>
  pieces(text, SECTION).map((piece) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: piece }] }],
  }));

function buttonChunks({ buttons: given = [], form }: SealedReply, publicUrl: string): readonly Chunk[] {
  const fill: readonly SealedButton[] = form ? [{ label: '填表', token: form.token, form: true }] : [];
  const buttons = [...fill, ...given];
  const drawn = buttons.filter(fitsButton);
  const named = buttons.filter((button) => !fitsButton(button) || button.label.length > LABEL);
  return [
    ...textChunks(named.length > 0 ? `可以直接回复：${named.map(({ label }) => label).join('、')}` : '', small),
    ...buttonRows(drawn, publicUrl).map((block) => ({ text: '', blocks: [block] })),
  ];
}
