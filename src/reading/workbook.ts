import { Refusal } from '../domain/refusal.ts';
import { readArchive } from './archive.ts';
import { readRows, readStrings, type SheetRow } from './sheet-xml.ts';

/** A visible sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** An .xlsx as it was read. `date1904`: its day numbers count from 1904. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
}

/** The file itself is at most this large; unpacked, its wanted parts are. */
const MOST_BYTES = 10 * 1024 * 1024;
const LIMITS = { entries: 1000, unpacked: 40 * 1024 * 1024 } as const;
const MOST_SHEETS = 10;

const WANTED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]{1,60}\.xml)$/;

/**
 * Reads an .xlsx that strangers may have made: sizes are counted while unpacking, document types are refused, nothing
 * outside is fetched, formulas are not run (the value kept beside them is read). Refusals "workbook.*".
 */
export async function readWorkbook(bytes: Buffer): Promise<Workbook> {
  if (bytes.length > MOST_BYTES) throw new Refusal('workbook.too-large', { what: 'bytes' });
  const parts = await readArchive(bytes, (name) => WANTED.test(name), LIMITS);
  const book = partText(parts, 'xl/workbook.xml');
  if (book === null) throw new Refusal('workbook.not-xlsx');
  const targets = targetsOf(partText(parts, 'xl/_rels/workbook.xml.rels') ?? '');
  const strings = await readStrings(partText(parts, 'xl/sharedStrings.xml') ?? '');
  const sheets: Sheet[] = [];
  for (const match of book.matchAll(/<sheet\s([^>]{1,400})>/g)) {
    const head = match[1] ?? '';
    if (/state="(?:hidden|veryHidden)"/.test(head)) continue;
    const xml = partText(parts, targets.get(/r:id="([^"]*)"/.exec(head)?.[1] ?? '') ?? '');
    if (xml === null) continue;
    if (sheets.length >= MOST_SHEETS) throw new Refusal('workbook.too-large', { what: 'sheets' });
    sheets.push({ name: /name="([^"]*)"/.exec(head)?.[1] ?? '', rows: await readRows(xml, strings) });
  }
  if (sheets.length === 0) throw new Refusal('workbook.empty');
  return { sheets, date1904: /date1904="(?:1|true)"/.test(book) };
}

function partText(parts: ReadonlyMap<string, Buffer>, name: string): string | null {
  const part = parts.get(name);
  if (!part) return null;
  const xml = part.toString('utf8');
  if (/<!DOCTYPE|<!ENTITY/i.test(xml.slice(0, 4096)) || xml.includes('<!DOCTYPE')) throw new Refusal('workbook.broken');
  return xml;
}

/** Relationship id → part of the archive. */
function targetsOf(relations: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const match of relations.matchAll(/<Relationship\s([^>]{1,1000})>/g)) {
    const id = /Id="([^"]*)"/.exec(match[1] ?? '')?.[1];
    const target = /Target="([^"]*)"/.exec(match[1] ?? '')?.[1];
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}
