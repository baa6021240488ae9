import { Refusal } from '../domain/refusal.ts';
import { cleanText } from './clean.ts';

/** A cell as the file holds it. `text` is what was typed or, for numbers, the number's text. */
export interface SheetCell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'error';
}

/** A row by its number as people see it; cells by column, from 0. */
export interface SheetRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** What a sheet may hold before it is refused. */
const SHEET_LIMITS = { rows: 10_000, columns: 200, cells: 400_000, text: 5_000 } as const;

/**
 * The rows of a worksheet's XML. A scan from left to right, no document tree: deep nesting and entities do nothing. Gives
 * way to other work every few hundred rows. Refusals "workbook.broken", "workbook.too-large".
 */
export async function readRows(xml: string, strings: readonly string[]): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  let cells = 0;
  for (const { head, body } of elements(xml, 'row')) {
    const row = readRow(head, body, rows.at(-1)?.number ?? 0, strings);
    cells += row.cells.size;
    if (row.number > SHEET_LIMITS.rows || rows.length >= SHEET_LIMITS.rows || cells > SHEET_LIMITS.cells) {
      throw new Refusal('workbook.too-large', { what: 'rows', limit: SHEET_LIMITS.rows });
    }
    if (row.cells.size > 0) rows.push(row);
    if (rows.length % 300 === 299) await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}

/** The shared strings of a workbook. */
export async function readStrings(xml: string): Promise<readonly string[]> {
  const strings: string[] = [];
  for (const { body } of elements(xml, 'si')) {
    strings.push(textOf(body));
    if (strings.length % 2000 === 1999) await new Promise((resolve) => setImmediate(resolve));
  }
  return strings;
}

/** The elements of a name, in order, with the text of their opening tag and what is inside. One pass. */
function* elements(xml: string, name: string): Generator<{ readonly head: string; readonly body: string }> {
  const start = `<${name}`;
  const end = `</${name}>`;
  for (let at = xml.indexOf(start); at >= 0; at = xml.indexOf(start, at)) {
    const after = at + start.length;
    if (!/[\s/>]/.test(xml.charAt(after))) {
      at = after;
      continue;
    }
    const open = xml.indexOf('>', after);
    const empty = xml.charAt(open - 1) === '/';
    const close = empty ? open + 1 : xml.indexOf(end, open);
    if (open < 0 || close < 0) throw new Refusal('workbook.broken');
    yield { head: xml.slice(after, open), body: empty ? '' : xml.slice(open + 1, close) };
    at = close;
  }
}

function readRow(head: string, body: string, before: number, strings: readonly string[]): SheetRow {
  const number = Number(attribute(head, 'r') ?? before + 1);
  if (!Number.isInteger(number) || number < 1) throw new Refusal('workbook.broken');
  const cells = new Map<number, SheetCell>();
  let column = -1;
  for (const found of elements(body, 'c')) {
    const reference = attribute(found.head, 'r');
    column = reference ? columnOf(reference) : column + 1;
    if (column < 0 || column >= SHEET_LIMITS.columns) throw new Refusal('workbook.too-large', { what: 'columns' });
    const cell = readCell(attribute(found.head, 't') ?? 'n', found.body, strings);
    if (cell.text !== '' || cell.kind === 'error') cells.set(column, cell);
  }
  return { number, hidden: /^(?:1|true)$/.test(attribute(head, 'hidden') ?? ''), cells };
}

function readCell(type: string, body: string, strings: readonly string[]): SheetCell {
  const value = elements(body, 'v').next().value?.body ?? '';
  switch (type) {
    case 's': {
      const text = strings[Number(value)];
      return text === undefined ? { text: '', kind: 'error' } : { text, kind: 'text' };
    }
    case 'inlineStr':
      return { text: textOf(body), kind: 'text' };
    case 'str':
    case 'd':
      return { text: plain(value), kind: 'text' };
    case 'b':
      return { text: value === '1' ? '是' : '否', kind: 'text' };
    case 'e':
      return { text: plain(value), kind: 'error' };
    default:
      return { text: plain(value), kind: 'number' };
  }
}

/** The runs of a text, without the phonetic ones. */
function textOf(xml: string): string {
  const phonetic = [...elements(xml, 'rPh')].flatMap(({ body }) => [...elements(body, 't')]).length;
  const runs = [...elements(xml, 't')].map(({ body }) => body);
  return plain(runs.slice(0, runs.length - phonetic).join(''));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML text as people typed it: entities resolved, harmful characters out, cut at the limit. */
function plain(xml: string): string {
  const text = xml
    .slice(0, SHEET_LIMITS.text * 6)
    .replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,6}));/g, (whole, decimal, hex, name) => {
      if (name) return NAMED[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/_x000D_/g, '');
  return cleanText(text).slice(0, SHEET_LIMITS.text).trim();
}

const attribute = (head: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(head.slice(0, 2000))?.[1];

function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) throw new Refusal('workbook.broken');
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
