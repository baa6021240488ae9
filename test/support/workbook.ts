import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. `size`: a false declared size, for hostile ones. */
export interface Packed {
  readonly name: string;
  readonly text: string;
  readonly size?: number;
}

/** A ZIP archive made by hand, so that it can be hostile too. */
export function zip(files: readonly Packed[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, size } of files) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The XML of a sheet: numbers as numbers, everything else as text, null as nothing. */
export function sheetXml(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null, row: number, column: number): string => {
    const reference = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (value === null) return '';
    return typeof value === 'number'
      ? `<c r="${reference}"><v>${value}</v></c>`
      : `<c r="${reference}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  };
  const lines = rows.map((row, n) => `<row r="${n + 1}">${row.map((value, m) => cell(value, n, m)).join('')}</row>`);
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** The files of an .xlsx with one sheet. */
export const parts = (sheet: string): readonly Packed[] => [
  { name: '[Content_Types].xml', text: '<Types/>' },
  {
    name: 'xl/workbook.xml',
    text: '<workbook><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  },
  { name: 'xl/worksheets/sheet1.xml', text: sheet },
];

/** An .xlsx with one sheet of these rows. */
export const workbookOf = (rows: readonly (readonly (string | number | null)[])[]): Buffer =>
  zip(parts(sheetXml(rows)));

/** The same as an incoming file. */
export const fileOf = (rows: readonly (readonly (string | number | null)[])[]) => ({
  name: '台账.xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  base64: workbookOf(rows).toString('base64'),
});
