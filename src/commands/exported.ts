import type { Reply } from '../rendering/reply.ts';
import { DOCX, XLSX } from '../rendering/report/files.ts';
import type { Heading } from '../rendering/xlsx/exports.ts';
import { type Sheet, workbook } from '../rendering/xlsx/sheet.ts';
import { storeFile } from '../services/file.service.ts';
import type { Context } from './context.ts';

/** What stands over a sheet that somebody takes: whose it is, who took it, when. */
export const headingOf = ({ org, actor, today }: Pick<Context, 'org' | 'actor' | 'today'>): Heading => ({
  ...{ org: org.name, by: actor.name, today, timeZone: org.timeZone },
});

/** Answers with a sheet as an Excel file; "已导出" is what 留痕 lists exports by. */
export async function exportedSheet({ tx, org, today }: Context, sheet: Sheet): Promise<Reply> {
  const bytes = await workbook([sheet]);
  const file = await storeFile(tx, { name: `${org.name}${sheet.name}${today}.xlsx`, mime: XLSX, bytes });
  return { title: `已导出${sheet.name} ${sheet.rows.length} 行`, tone: 'ok', parts: [{ type: 'file', file }] };
}

/** Answers with a paper as a Word file; what is secret goes to the asker alone. */
export async function exportedPaper(
  { tx }: Context,
  paper: { readonly title: string; readonly bytes: Uint8Array; readonly secret: boolean },
): Promise<Reply> {
  const file = await storeFile(tx, { name: `${paper.title}.docx`, mime: DOCX, bytes: paper.bytes });
  return { title: `已导出${paper.title}`, tone: 'ok', private: paper.secret, parts: [{ type: 'file', file }] };
}
