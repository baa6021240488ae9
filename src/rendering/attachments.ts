import type { Part, SealedReply, StoredFile, TablePart } from './reply.ts';
import { tableWorkbook } from './xlsx/table.ts';

/** Something that goes beside the text of a message. */
export interface Attachment {
  readonly kind: 'picture' | 'file';
  readonly name: string;
  /** What a picture says, for those who cannot see it; a file's name. */
  readonly alt: string;
  bytes(read: (file: StoredFile) => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** A reply cut down to what a chat shows, with everything that goes beside it. */
export interface Fitted {
  readonly parts: readonly Part[];
  readonly attachments: readonly Attachment[];
}

/**
 * Tables longer than `rows` show their first rows and say how many there are; the whole of them is in the reply's own
 * picture or file, or else in a workbook that is made of them. Nothing is left out without a word.
 */
export function fitTables({ title, parts = [] }: SealedReply, rows: number): Fitted {
  const long = parts.filter((part): part is TablePart => part.type === 'table' && part.rows.length > rows);
  const stored = parts.flatMap(attachmentOf);
  return {
    parts: parts
      .filter((part) => part.type !== 'picture' && part.type !== 'file')
      .map((part) => (part.type === 'table' && part.rows.length > rows ? shorter(part, rows) : part)),
    attachments: long.length > 0 && stored.length === 0 ? [made(title, long)] : stored,
  };
}

/** The first rows of a table, with how many there are. */
const shorter = (table: TablePart, rows: number, where = '其余见附件'): TablePart => ({
  ...table,
  rows: table.rows.slice(0, rows),
  more: [`共 ${table.rows.length} 行，这里是前 ${rows} 行，${where}`, table.more ?? ''].filter(Boolean).join('；'),
});

function attachmentOf(part: Part): readonly Attachment[] {
  if (part.type !== 'picture' && part.type !== 'file') return [];
  const alt = part.type === 'picture' ? part.alt : part.file.name;
  return [{ kind: part.type, name: part.file.name, alt, bytes: (read) => read(part.file) }];
}

function made(title: string, tables: readonly TablePart[]): Attachment {
  const name = `${fileName(title)}.xlsx`;
  return { kind: 'file', name, alt: name, bytes: () => tableWorkbook(title, tables) };
}

/** A title as a file's name: without what file systems refuse, at most 40 characters. */
const fileName = (title: string): string =>
  [...title.replace(/[\\/:*?"<>|\p{C}]/gu, ' ').trim()].slice(0, 40).join('') || '明细';

/**
 * A text in pieces of at most `most` by `size` (UTF-16 units unless said; the size of a text is the sum of its characters'),
 * at line ends where there are any, never within a character. Every character is kept but the line ends between pieces.
 */
export function pieces(
  text: string,
  most: number,
  size: (text: string) => number = (one) => one.length,
): readonly string[] {
  const found: string[] = [];
  let lines: string[] = [];
  let taken = 0;
  for (const line of text.split('\n').flatMap((one) => cut(one, most, size))) {
    const room = taken + (lines.length > 0 ? 1 : 0) + size(line);
    if (lines.length === 0 || room <= most) {
      lines.push(line);
      taken = room;
    } else {
      found.push(lines.join('\n'));
      lines = [line];
      taken = size(line);
    }
  }
  return [...found, lines.join('\n')].filter((one) => one.trim() !== '');
}

function cut(line: string, most: number, size: (text: string) => number): readonly string[] {
  if (size(line) <= most) return [line];
  const found: string[] = [];
  let characters: string[] = [];
  let taken = 0;
  for (const character of line) {
    const more = size(character);
    if (taken + more > most && characters.length > 0) {
      found.push(characters.join(''));
      characters = [];
      taken = 0;
    }
    characters.push(character);
    taken += more;
  }
  return [...found, characters.join('')];
}
