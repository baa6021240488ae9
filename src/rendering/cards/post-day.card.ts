import type { PostWeek } from '../../domain/activity/post-week.ts';
import { note, type Reply, say, type TablePart } from '../reply.ts';

/** The weekly sheet of the posts outside. */
export const postSheetReply = (rows: readonly PostWeek[], label: string): Reply => ({
  title:
    rows.length === 0
      ? `${label}没有驻点打卡`
      : `${label}驻点 ${rows.length} 人，${rows.reduce((sum, { days }) => sum + days, 0)} 人天`,
  tone: 'info',
  parts:
    rows.length === 0
      ? [note('在外驻点每天打一次卡，例如：驻点 上海 拜访两家电子企业')]
      : [postTable(rows), note('活动、线索为本人在这段时间记的。')],
  buttons: rows.length === 0 ? [] : [say('导出', `驻点 ${label} 导出`)],
});

/** A line for each person, also for the workbook. */
export const postTable = (rows: readonly PostWeek[]): TablePart => ({
  type: 'table',
  columns: [
    { head: '人员' },
    { head: '单位' },
    { head: '驻地' },
    { head: '天数', align: 'right' },
    { head: '活动', align: 'right' },
    { head: '线索', align: 'right' },
    { head: '情况' },
  ],
  rows: rows.map((row) => [
    row.person,
    row.unit ?? '',
    row.places,
    String(row.days),
    String(row.activities),
    String(row.leads),
    row.words ?? '',
  ]),
});
