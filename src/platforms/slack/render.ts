import type { Part, SealedReply, TablePart } from '../../rendering/reply.ts';
import { toText } from '../../rendering/text.ts';
import { BLOCKS, BUTTONS, HEADER, LABEL, MESSAGE, SECTION, TABLE_ROWS } from './limits.ts';

/** A block of Block Kit. */
export type Block = Readonly<Record<string, unknown>>;

/** One message: the blocks, and the same in plain text for notifications and screen readers. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A reply as one or more messages within Slack's limits; nothing is cut without being named. Pictures and files are sent beside. */
export function render(reply: SealedReply, publicUrl: string): readonly SlackMessage[] {
  const body = [...titleBlocks(reply), ...(reply.parts ?? []).flatMap(partBlocks), ...buttonBlocks(reply, publicUrl)];
  const messages: Block[][] = [[]];
  let size = 0;
  for (const block of body) {
    const length = JSON.stringify(block).length;
    if (size + length > MESSAGE || (messages.at(-1)?.length ?? 0) >= BLOCKS) {
      messages.push([]);
      size = 0;
    }
    messages.at(-1)?.push(block);
    size += length;
  }
  const text = inert(toText(reply));
  return messages
    .filter((blocks) => blocks.length > 0)
    .map((blocks, at) => ({ text: at === 0 ? text.slice(0, 3900) : `${inert(reply.title)}（续）`, blocks }));
}

/** User text in mrkdwn: no mention, channel or link comes alive. */
export const inert = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const TONES = { ok: '✅', info: '', ask: '❓', warn: '⚠️', refused: '🚫' } as const;

function titleBlocks({ title, tone = 'info', mentions = [] }: SealedReply): readonly Block[] {
  const called = mentions
    .map(({ name, externalId }) => (externalId ? `<@${externalId}>` : inert(`@${name}`)))
    .join(' ');
  const text = `${TONES[tone]} ${title}`.trim();
  const head =
    [...text].length <= HEADER && !text.includes('\n')
      ? [{ type: 'header', text: { type: 'plain_text', text, emoji: true } }]
      : sections(text);
  return called ? [...head, { type: 'section', text: { type: 'mrkdwn', text: called } }] : head;
}

/** Long text as several sections; cut at line ends where there are any. */
function sections(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let rest = inert(text);
  while (rest.length > 0) {
    const end = rest.length <= SECTION ? rest.length : Math.max(rest.lastIndexOf('\n', SECTION), 0) || SECTION;
    const piece = rest.slice(0, end);
    if (piece.trim()) blocks.push({ type: 'section', text: { type: 'mrkdwn', text: piece, verbatim: true } });
    rest = rest.slice(end).replace(/^\n/, '');
  }
  return blocks;
}

function partBlocks(part: Part): readonly Block[] {
  switch (part.type) {
    case 'text':
      return sections(part.text);
    case 'facts':
      return sections(
        part.facts.map(({ label, value, was }) => `${label}：${was ? `${was} → ` : ''}${value}`).join('\n'),
      );
    case 'list':
      return sections([part.heading ?? '', ...part.items.map((item) => `• ${item}`)].filter(Boolean).join('\n'));
    case 'table':
      return tableBlocks(part);
    case 'note':
      return inert(part.text).length > 2000
        ? sections(part.text)
        : [{ type: 'context', elements: [{ type: 'mrkdwn', text: inert(part.text), verbatim: true }] }];
    case 'picture':
    case 'file':
      return [];
  }
}

/** A table as preformatted lines: it reads the same on every client; a Chinese character is two columns wide. */
function tableBlocks({ heading, columns, rows, more }: TablePart): readonly Block[] {
  const shown = rows.slice(0, TABLE_ROWS);
  const all = [columns.map((column) => column.head), ...shown];
  const widths = columns.map((_, at) => Math.max(...all.map((cells) => width(cells[at] ?? ''))));
  const lines = all.map((cells) =>
    cells
      .map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.align === 'right'))
      .join('  ')
      .trimEnd(),
  );
  const left = rows.length > shown.length ? `另有 ${rows.length - shown.length} 行，见图片或附件` : '';
  const blocks: Block[] = heading ? [{ type: 'section', text: { type: 'mrkdwn', text: `*${inert(heading)}*` } }] : [];
  for (let at = 0; at < lines.length; at += 20) {
    blocks.push({
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: `\`\`\`${inert(
          lines
            .slice(at, at + 20)
            .join('\n')
            .replaceAll('`', "'"),
        ).slice(0, SECTION - 6)}\`\`\``,
        verbatim: true,
      },
    });
  }
  const notes = [left, more ?? ''].filter(Boolean).join('；');
  return notes ? [...blocks, { type: 'context', elements: [{ type: 'mrkdwn', text: inert(notes) }] }] : blocks;
}

const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

const pad = (text: string, to: number, right: boolean): string => {
  const fill = ' '.repeat(Math.max(0, to - width(text)));
  return right ? fill + text : text + fill;
};

function buttonBlocks({ buttons = [] }: SealedReply, publicUrl: string): readonly Block[] {
  const elements = buttons.map((button, at) => ({
    type: 'button',
    action_id: `b${at}`,
    text: { type: 'plain_text', text: [...button.label].slice(0, LABEL).join(''), emoji: true },
    ...(button.url
      ? { url: button.url.startsWith('/') ? publicUrl + button.url : button.url }
      : { value: button.token }),
    ...(button.style ? { style: button.style } : {}),
    ...(button.confirm ? { confirm: confirmation(button.confirm) } : {}),
  }));
  const blocks: Block[] = [];
  for (let at = 0; at < elements.length; at += BUTTONS)
    blocks.push({ type: 'actions', elements: elements.slice(at, at + BUTTONS) });
  return blocks;
}

const confirmation = (text: string): Block => ({
  title: { type: 'plain_text', text: '请确认' },
  text: { type: 'plain_text', text: text.slice(0, 300) },
  confirm: { type: 'plain_text', text: '确定' },
  deny: { type: 'plain_text', text: '取消' },
});
