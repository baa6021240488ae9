import { type CalendarDate, partsOf } from '../../domain/calendar/date.ts';
import { ENTRY_KINDS } from '../../domain/ledger/entry.ts';
import { type Expected, standingOf, totalsOf } from '../../domain/ledger/expected.ts';
import type { Project } from '../../domain/project/project.ts';
import { short } from '../format.ts';
import { list, note, type Reply, say, sayMore, type TablePart } from '../reply.ts';
import { arrivalText, ledgerAmount } from './project.card.ts';

const NOT_COUNTED = note('预计只供安排工作，不计入台账和任何排行；到了请报“到位”“外资”。');

/** What is expected of one project. */
export const expectedCard = (
  project: Project,
  rows: readonly Expected[],
  today: CalendarDate,
  title: string,
): Reply => ({
  title: `${title}：X${project.id} ${project.name}`,
  tone: 'ok',
  record: `X${project.id}`,
  parts: [...(rows.length > 0 ? [list(rows.map((row) => arrivalText(row, today)))] : []), NOT_COUNTED],
  buttons: [say('全部预计', '预计到账'), say('查看项目', `查 X${project.id}`)],
});

const monthText = (month: CalendarDate, today: CalendarDate): string => {
  const { year, month: of } = partsOf(month);
  return year === partsOf(today).year ? `${of}月` : `${year}年${of}月`;
};

const SHOWN = 10;

/** What is expected by month and ledger, then project by project, what is late first. */
export function expectedReply(rows: readonly Expected[], whose: string, today: CalendarDate): Reply {
  const open = rows.filter((row) => standingOf(row, today) !== 'come');
  const late = open.filter((row) => standingOf(row, today) === 'late');
  const sorted = [...late, ...open.filter((row) => !late.includes(row))];
  if (rows.length === 0)
    return {
      title: `${whose}没有登记的预计到账`,
      tone: 'info',
      parts: [note('登记，例如：预计到账 X113 外资 200万美元 7月 把握80%'), NOT_COUNTED],
    };
  return {
    title: `${whose}预计到账 ${open.length} 笔${late.length > 0 ? `，过了没到 ${late.length} 笔` : ''}`,
    tone: late.length > 0 ? 'warn' : 'info',
    parts: [
      {
        type: 'table',
        columns: [
          { head: '月份' },
          { head: '台账' },
          { head: '预计', align: 'right' },
          { head: '按把握折算', align: 'right' },
          { head: '已报', align: 'right' },
        ],
        rows: totalsOf(rows).map((total) => [
          monthText(total.month, today),
          ENTRY_KINDS[total.kind].name,
          ledgerAmount(total.kind, total.amount),
          ledgerAmount(total.kind, total.weighed),
          ledgerAmount(total.kind, total.arrived),
        ]),
      },
      list(
        sorted
          .slice(0, SHOWN)
          .map(
            (row) =>
              `X${row.projectId} ${short(row.projectName, 18)}（${row.unitName ?? '公海'}）：${arrivalText(row, today)}`,
          ),
      ),
      ...(sorted.length > SHOWN ? [note(`还有 ${sorted.length - SHOWN} 笔，发“预计到账 导出”看全部。`)] : []),
      NOT_COUNTED,
    ],
    buttons: [say('导出', '预计到账 导出'), sayMore('登记', '预计到账')],
  };
}

/** Every line as a table, for the workbook. */
export const expectedTable = (rows: readonly Expected[], today: CalendarDate): TablePart => ({
  type: 'table',
  columns: ['月份', '项目', '责任单位', '台账', '预计', '把握', '已报', '情况'].map((head) => ({ head })),
  rows: rows.map((row) => [
    row.month.slice(0, 7),
    `X${row.projectId} ${row.projectName}`,
    row.unitName ?? '公海',
    ENTRY_KINDS[row.kind].name,
    `${row.amount}${ENTRY_KINDS[row.kind].unit}`,
    row.likelihood === null ? '' : `${row.likelihood}%`,
    `${row.arrived}${ENTRY_KINDS[row.kind].unit}`,
    { come: '已到', late: '过了没到', due: '待到' }[standingOf(row, today)],
  ]),
});
