import { type CalendarDate, dateAt } from '../../domain/calendar/date.ts';
import { type Decimal, exact, toDecimal } from '../../domain/money/decimal.ts';
import type { Project } from '../../domain/project/project.ts';
import { standingText } from '../cards/project.card.ts';
import { maskedMobile } from '../format.ts';
import { dayCell, figure, words, workbook } from './sheet.ts';

/** What the sheet is made of. */
export interface RegisterSheet {
  readonly org: string;
  readonly title: string;
  readonly by: string;
  readonly today: CalendarDate;
  readonly timeZone: string;
  readonly rows: readonly {
    readonly project: Project;
    readonly unitName: string | null;
    readonly contact: string | null;
    readonly mobile: string | null;
    readonly funds: string;
    readonly lastNote: string | null;
  }[];
}

const yi = (value: Decimal | null): Decimal | null => (value === null ? null : toDecimal(exact(value).div(10000)));

/** The register as offices keep it: one row a project, typed cells, 合计 first; mobiles masked. */
export function registerWorkbook({ org, title, by, today, timeZone, rows }: RegisterSheet): Promise<Uint8Array> {
  const total = (of: (row: RegisterSheet['rows'][number]) => string | null) =>
    rows.reduce((sum, row) => sum.add(exact((of(row) ?? '0') as Decimal)), exact(0));
  const sum = (of: (row: RegisterSheet['rows'][number]) => string | null) => figure(toDecimal(total(of).div(10000)));
  return workbook([
    {
      name: '项目台账',
      title: `${org}${title}`,
      subtitle: `填报人：${by}　　截止时间：${today}　　单位：亿元`,
      columns: [
        { head: '编号', width: 9 },
        { head: '项目名称', width: 28 },
        { head: '投资方', width: 32 },
        { head: '所属产业链', width: 12 },
        { head: '计划总投资（亿元）', width: 20 },
        { head: '协议额（亿元）', width: 16 },
        { head: '到位资金（亿元）', width: 18 },
        { head: '用地（亩）', width: 12 },
        { head: '阶段', width: 18 },
        { head: '阶段日期', width: 12 },
        { head: '最新进展', width: 36 },
        { head: '下步打算', width: 24 },
        { head: '招商方式', width: 14 },
        { head: '责任单位', width: 16 },
        { head: '联系人', width: 10 },
        { head: '电话', width: 15 },
        { head: '首次填报时间', width: 15 },
      ],
      rows: [
        [
          words('合计'),
          words(`${rows.length} 个`),
          words(''),
          words(''),
          sum((row) => row.project.investment),
          sum((row) => row.project.agreement),
          sum((row) => row.funds),
          ...Array.from({ length: 10 }, () => words('')),
        ],
        ...rows.map(({ project, unitName, contact, mobile, funds, lastNote }) => [
          words(`X${project.id}`),
          words(project.name),
          words(project.investor),
          words(project.chain ?? project.industry),
          figure(yi(project.investment)),
          figure(yi(project.agreement)),
          figure(yi(funds as Decimal)),
          figure(project.land),
          words(standingText(project)),
          dayCell(project.stageOn),
          words(lastNote),
          words(project.nextStep),
          words(project.sourceMethod),
          words(unitName ?? '公海'),
          words(contact),
          words(mobile && maskedMobile(mobile)),
          dayCell(dateAt(project.firstReportedAt, timeZone)),
        ]),
      ],
      bold: [0],
      frozenColumns: 2,
    },
  ]);
}
