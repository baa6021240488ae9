import type { Part, SealedReply, TablePart } from '../../rendering/reply.ts';
import { TABLE_ROWS } from './limits.ts';

/** A reply as markdown messages of at most so many bytes each; whole lines, nothing cut. `tables`: markdown_v2 draws them. */
export function render(reply: SealedReply, bytes: number, tables: boolean): readonly string[] {
  const called = (reply.mentions ?? [])
    .map(({ name, externalId }) => (externalId && !tables ? `<@${externalId}>` : inert(`@${name}`)))
    .join(' ');
  const lines = [
    `**${inert(reply.title)}**`,
    called,
    ...(reply.parts ?? []).flatMap((part) => partLines(part, tables)),
  ].filter((line, at, all) => line !== '' || all[at - 1] !== '');
  return pack(
    lines.flatMap((line) => line.split('\n')),
    bytes,
  );
}

/** User text in markdown: no mention, font, link or table cell comes alive. */
export const inert = (text: string): string =>
  text.replaceAll('<', '＜').replaceAll('>', '＞').replaceAll('](', '] (').replaceAll('|', '｜').replaceAll('`', "'");

function partLines(part: Part, tables: boolean): readonly string[] {
  switch (part.type) {
    case 'text':
      return [inert(part.text)];
    case 'note':
      return [`> ${inert(part.text).replaceAll('\n', '\n> ')}`];
    case 'facts':
      return part.facts.map(({ label, value, was }) => inert(`${label}：${was ? `${was} → ` : ''}${value}`));
    case 'list':
      return [...(part.heading ? [`**${inert(part.heading)}**`] : []), ...part.items.map((item) => `- ${inert(item)}`)];
    case 'table':
      return tableLines(part, tables);
    case 'picture':
    case 'file':
      return [];
  }
}

function tableLines({ heading, columns, rows, more }: TablePart, tables: boolean): readonly string[] {
  const shown = rows.slice(0, TABLE_ROWS);
  const left = rows.length > shown.length ? `另有 ${rows.length - shown.length} 行，见图片或附件` : '';
  const row = (cells: readonly string[]) => (tables ? `| ${cells.map(inert).join(' | ')} |` : inert(cells.join('  ')));
  const rule = tables ? [`|${columns.map((column) => (column.align === 'right' ? '---:' : ':---')).join('|')}|`] : [];
  const notes = [left, more ?? ''].filter(Boolean).join('；');
  return [
    ...(heading ? [`**${inert(heading)}**`] : []),
    ...(tables ? [''] : []),
    row(columns.map((column) => column.head)),
    ...rule,
    ...shown.map(row),
    ...(tables ? [''] : []),
    ...(notes ? [inert(notes)] : []),
  ];
}

function pack(lines: readonly string[], bytes: number): readonly string[] {
  const messages: string[] = [];
  let current = '';
  for (const line of lines.flatMap((one) => pieces(one, bytes))) {
    const joined = current ? `${current}\n${line}` : line;
    if (Buffer.byteLength(joined) > bytes) {
      messages.push(current);
      current = line;
    } else current = joined;
  }
  return current.trim() ? [...messages, current.trimEnd()] : messages;
}

/** One line longer than a whole message, in pieces at character borders. */
function pieces(line: string, bytes: number): readonly string[] {
  if (Buffer.byteLength(line) <= bytes) return [line];
  const found: string[] = [];
  let piece = '';
  for (const character of line) {
    if (Buffer.byteLength(piece + character) > bytes) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}

/** Where no card can stand, the buttons' words are named, so that people can type them. */
export const buttonHint = (reply: SealedReply): string => {
  const labels = (reply.buttons ?? []).filter((button) => !button.url).map((button) => button.label);
  return labels.length > 0 ? `可以直接回复：${labels.join('、')}` : '';
};

/** What stands behind buttons that open a page, as links. */
export const linkLines = (reply: SealedReply, publicUrl: string): readonly string[] =>
  (reply.buttons ?? []).flatMap(({ label, url }) =>
    url ? [`[${inert(label)}](${url.startsWith('/') ? publicUrl + url : url})`] : [],
  );
