import type { TablePart } from '../../rendering/reply.ts';

const bytes = (text: string): number => Buffer.byteLength(text);

/** What would begin a heading, a list, a rule or an underlined heading at the start of a line. */
const STARTS = /^(\s*)([#＃]+|[-+=]+|\d+[.)])(?=\s|$|[-=])/gm;

const WIDE: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '|': '｜',
  '`': '｀',
  '*': '＊',
  _: '＿',
  '~': '～',
  '\\': '＼',
  '@': '＠',
};

/** Every kind of line end there is. */
const BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/g;

const HELD = '$1\u200b$2';

/** The rest of a line that was cut, which must not begin as a heading or item: at most three bytes longer. */
export const restOfLine = (text: string): string => text.replace(new RegExp(STARTS.source), HELD);

/** User text in markdown: no mention, font, link, heading, list, table or emphasis comes alive. */
export const inert = (text: string): string =>
  text
    .toWellFormed()
    .replace(BREAKS, '\n')
    .replace(/[<>[\]|`*_~\\@]/g, (character) => WIDE[character] ?? character)
    .replace(STARTS, HELD);

/** The same on one line. */
export const inertLine = (text: string): string => inert(text.replace(BREAKS, '\n').replace(/\s*\n\s*/g, ' '));

/**
 * A table as markdown tables of at most so many bytes each, the head on each. A row that fits no message beside the head is
 * written out, a line for each cell.
 */
export function tables({ columns, rows }: TablePart, most: number): readonly string[] {
  const row = (cells: readonly string[]) =>
    `| ${columns.map((_, at) => inertLine(cells[at] ?? '').replace('\u200b', '') || '—').join(' | ')} |`;
  const head = [
    row(columns.map((column) => column.head)),
    `|${columns.map((column) => (column.align === 'right' ? '---:' : ':---')).join('|')}|`,
  ].join('\n');
  const found: string[] = [];
  let table = head;
  for (const cells of rows) {
    const line = row(cells);
    if (bytes(`${table}\n${line}`) <= most) table = `${table}\n${line}`;
    else {
      if (table !== head) found.push(table);
      const alone = `${head}\n${line}`;
      table = head;
      if (bytes(alone) <= most) table = alone;
      else found.push(columns.map(({ head: label }, at) => inertLine(`${label}：${cells[at] ?? ''}`)).join('\n'));
    }
  }
  return table === head && rows.length > 0 ? found : [...found, table];
}
