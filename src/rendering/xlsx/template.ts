import { writeXlsx } from 'hucre/xlsx';

/** An empty sheet to fill in: one bold, frozen row of heads and one example row below it. */
export async function templateXlsx(
  sheetName: string,
  heads: readonly string[],
  example: readonly string[],
): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets: [
      {
        name: sheetName,
        columns: heads.map((head) => ({ width: Math.max(12, head.length * 2 + 2) })),
        rows: [[...heads], [...example]],
        cells: new Map(heads.map((head, column) => [`0,${column}`, { value: head, style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
  return written;
}
