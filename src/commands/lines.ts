import { plainWords } from '../reading/plain.ts';
import { type Incoming, MAX_BYTES, MAX_LINES } from './incoming.ts';
import type { CommandBook } from './load.ts';

/** The lines of a delivery; a command that takes the following lines keeps them. Too much is refused as one line. */
export function linesOf(incoming: Incoming, book: CommandBook): readonly string[] {
  if (incoming.press !== undefined) return [''];
  if (Buffer.byteLength(incoming.text) > MAX_BYTES) return [incoming.text];
  const lines = incoming.text
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean);
  if (lines.length <= 1 || lines.length > MAX_LINES) return [incoming.text];
  const first = lines[0] ?? '';
  const taker = book.commands.find(
    (command) => command.takesLines && startsWith(first, command.name, command.synonyms ?? []),
  );
  if (taker?.takesLines === 'whole') return [incoming.text];
  return taker ? spread(lines, taker.name, book) : lines;
}

const startsWith = (line: string, name: string, synonyms: readonly string[]): boolean =>
  [name, ...synonyms].some((word) => plainWords(line.replace(/^\s*[@＠]?小招[\s,，:：]*/, '')).startsWith(word));

/** "录入" + lines: each following line without a command of its own is a lead. */
function spread(lines: readonly string[], name: string, book: CommandBook): readonly string[] {
  const [first = '', ...others] = lines;
  const own = (line: string) =>
    book.longestFirst.some(
      (word) => word.length > 1 && /[\u4e00-\u9fff]/.test(word) && plainWords(line).startsWith(word),
    );
  const bare = first.replace(/^\s*[@＠]?小招[\s,，:：]*/, '').replace(/[:：\s]+$/, '') === name;
  return [...(bare ? [] : [first]), ...others.map((line) => (own(line) ? line : `${name} ${line}`))];
}
