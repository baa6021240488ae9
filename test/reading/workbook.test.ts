import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/refusal.ts';
import { readWorkbook } from '../../src/reading/workbook.ts';
import { parts, sheetXml, workbookOf, zip } from '../support/workbook.ts';

const outcome = async (bytes: Buffer): Promise<string> => {
  try {
    await readWorkbook(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const plain = sheetXml([['项目名称'], ['甲']]);

describe('a workbook', () => {
  it('gives the cells of its rows, numbers as their text', async () => {
    const { sheets } = await readWorkbook(
      workbookOf([
        ['名称', '金额'],
        ['甲 & 乙', 12000.5],
        [null, 3],
      ]),
    );
    const [head, first, second] = sheets[0]?.rows ?? [];
    expect([...(head?.cells.values() ?? [])].map(({ text }) => text)).toEqual(['名称', '金额']);
    expect([...(first?.cells.values() ?? [])]).toEqual([
      { text: '甲 & 乙', kind: 'text' },
      { text: '12000.5', kind: 'number' },
    ]);
    expect(second?.cells.get(1)).toEqual({ text: '3', kind: 'number' });
  });

  it('keeps the value beside a formula and marks what is an error', async () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c>' +
      '<c r="C1" t="s"><v>4294967295</v></c></row></sheetData></worksheet>';
    const { sheets } = await readWorkbook(zip(parts(xml)));
    expect([...(sheets[0]?.rows[0]?.cells.values() ?? [])]).toEqual([
      { text: '2', kind: 'number' },
      { text: '#REF!', kind: 'error' },
      { text: '', kind: 'error' },
    ]);
  });

  it.each<[string, () => Buffer, string]>([
    ['an ordinary one', () => zip(parts(plain)), 'read'],
    ['text', () => Buffer.from('a,b'), 'workbook.not-xlsx'],
    ['an archive without a workbook', () => zip([{ name: 'inner.xlsx', text: 'PK' }]), 'workbook.not-xlsx'],
    ['an old or locked one', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook.encrypted'],
    ['one with macros', () => zip([...parts(plain), { name: 'xl/vbaProject.bin', text: 'x' }]), 'workbook.macro'],
    [
      'a name twice',
      () => zip([...parts(plain), { name: 'xl/worksheets/sheet1.xml', text: plain }]),
      'workbook.broken',
    ],
    ['a name that climbs out', () => zip([...parts(plain), { name: '../../x', text: '' }]), 'workbook.broken'],
    [
      'too many entries',
      () => zip([...parts(plain), ...Array.from({ length: 1001 }, (_, n) => ({ name: `x${n}`, text: '' }))]),
      'workbook.too-large',
    ],
    ['a bomb', () => zip(parts(`${plain}${' '.repeat(41 * 1024 * 1024)}`)), 'workbook.too-large'],
    [
      'a bomb that lies about its size',
      () =>
        zip(
          parts(`${plain}${' '.repeat(41 * 1024 * 1024)}`).map((part) =>
            part.name.endsWith('sheet1.xml') ? { ...part, size: 1000 } : part,
          ),
        ),
      'workbook.broken',
    ],
    [
      'a document type',
      () => zip(parts(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${plain}`)),
      'workbook.broken',
    ],
    ['a far cell', () => zip(parts('<row r="1"><c r="XFD1"><v>1</v></c></row>')), 'workbook.too-large'],
    ['a far row', () => zip(parts('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')), 'workbook.too-large'],
    ['deep nesting', () => zip(parts('<a>'.repeat(100_000))), 'read'],
    ['cells without an end', () => zip(parts(`<row r="1">${'<c r="A1">'.repeat(50_000)}</row>`)), 'workbook.broken'],
    ['cut short', () => zip(parts(plain)).subarray(0, 300), 'workbook.broken'],
  ])('that is %s', async (_, make, expected) => {
    const bytes = make();
    const started = performance.now();
    expect(await outcome(bytes)).toBe(expected);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
