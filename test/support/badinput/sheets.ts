import type { Entry } from './archive.ts';
import { type Json, spelled } from './case.ts';

/** The namespaces of a workbook's parts. */
export const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** Text as XML holds it; what XML cannot hold is written as spreadsheets do. */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark)
    .replace(/\p{Cc}/gu, (mark) =>
      '\t\n'.includes(mark) ? mark : `_x${mark.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    );

/** The name of a column, from 0. */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

/** A cell: numbers, booleans, text, `{f, v}` a formula with its kept value, `{e}` an error, `{gen}` a spelled text. */
export function cellXml(reference: string, value: Json): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'object' && !Array.isArray(value)) {
    const { f, v, e, gen } = value as { f?: Json; v?: Json; e?: Json; gen?: Json };
    if (f !== undefined) {
      const kept = v === null || v === undefined ? '' : `<v>${escaped(String(v))}</v>`;
      return `<c r="${reference}"${typeof v === 'string' ? ' t="str"' : ''}><f>${escaped(String(f))}</f>${kept}</c>`;
    }
    if (e !== undefined) return `<c r="${reference}" t="e"><v>${escaped(String(e))}</v></c>`;
    if (gen !== undefined) return cellXml(reference, spelled(value));
  }
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`;
}

/** A worksheet around its rows. */
export const sheetOf = (rows: string, extra = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${NAMESPACE}"><sheetData>${rows}</sheetData>${extra}</worksheet>`;

/** How the workbook around the sheet may be strange. */
export interface SheetOptions {
  readonly name?: string | undefined;
  readonly date1904?: boolean;
  readonly macro?: boolean;
  readonly relations?: string;
}

/** The parts of a workbook with one sheet; with none when it is null. */
export function skeleton(sheet: string | null, options: SheetOptions = {}): readonly Entry[] {
  const name = escaped(options.name ?? '台账');
  const main = options.macro
    ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const own =
    sheet === null ? '' : `<Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/>`;
  const listed = sheet === null ? '' : `<sheet name="${name}" sheetId="1" r:id="rId1"/>`;
  return [
    {
      name: '[Content_Types].xml',
      text: `<?xml version="1.0"?><Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}">${own}${options.relations ?? ''}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<?xml version="1.0"?><workbook xmlns="${NAMESPACE}" xmlns:r="${RELATION}"><workbookPr${options.date1904 ? ' date1904="1"' : ''}/><sheets>${listed}</sheets></workbook>`,
    },
    ...(sheet === null ? [] : [{ name: 'xl/worksheets/sheet1.xml', text: sheet }]),
  ];
}
