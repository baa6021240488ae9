import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Project } from '../../domain/project/project.ts';
import { standingText } from '../cards/project.card.ts';
import { type CellContent, dayCell, figure, words, workbook } from './sheet.ts';

/** The register as a workbook, amounts in 万元, without contacts. */
export const registerWorkbook = (
  lines: readonly (Project & { readonly unitName: string | null })[],
  head: { readonly org: string; readonly issuer: string; readonly today: CalendarDate },
): Promise<Uint8Array> =>
  workbook([
    {
      name: '项目台账',
      title: `${head.org}招商引资项目台账`,
      subtitle: `导出人：${head.issuer}　　截止日期：${head.today}　　单位：万元`,
      columns: [
        { head: '编号', width: 8 },
        { head: '项目名称', width: 30 },
        { head: '投资方', width: 30 },
        { head: '责任单位', width: 16 },
        { head: '产业链', width: 14 },
        { head: '计划总投资（万元）', width: 14 },
        { head: '签约额（万元）', width: 14 },
        { head: '阶段', width: 16 },
        { head: '阶段日期', width: 12 },
        { head: '最近进展', width: 12 },
      ],
      rows: lines.map(row),
    },
  ]);

const row = (project: Project & { readonly unitName: string | null }): readonly CellContent[] => [
  words(`X${project.id}`),
  words(project.name),
  words(project.investor),
  words(project.unitName ?? '公海'),
  words(project.chain),
  figure(project.investment),
  figure(project.agreement),
  words(standingText(project)),
  dayCell(project.stageOn),
  dayCell(project.lastProgressOn),
];
