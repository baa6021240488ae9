import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Duty } from '../../domain/work/duty.ts';
import { isLate, type MineItem } from '../../domain/work/mine.ts';
import type { ProblemView } from '../../domain/work/problem.ts';
import { assigneeName, type TaskView } from '../../domain/work/task.ts';
import { dayText, weekdayText } from '../day.ts';
import { list, note, type Part, type Reply, say } from '../reply.ts';
import { mineLine, mineTitle } from './mine.card.ts';
import { taskLine } from './task.card.ts';

/** How many lines of a kind a brief shows; the rest is counted. */
const SHOWN = 5;

/** The one message a person gets in the morning. */
export function briefCard(items: readonly MineItem[], today: CalendarDate): Reply {
  const stalled = items.filter((item) => item.kind === 'stalled');
  const others = items.filter((item) => item.kind !== 'stalled');
  return {
    title: `今日待办 ${dayText(today)}（${weekdayText(today)}）：${mineTitle(items, today)}`,
    tone: items.some((item) => isLate(item, today)) ? 'warn' : 'info',
    parts: [
      ...lines(
        others.map((item) => mineLine(item, today)),
        '要办的',
      ),
      ...lines(
        stalled.map((item) => mineLine(item, today)),
        '停滞提醒',
      ),
    ],
    buttons: [say('我的', '我的')],
    private: true,
  };
}

/** The brief of a group: new leads, due today, overdue by name. */
export function groupBriefCard(
  brief: {
    readonly newLeads: readonly { readonly id: number; readonly name: string; readonly unitName: string | null }[];
    readonly dueToday: readonly TaskView[];
    readonly overdue: readonly TaskView[];
    readonly overdueProblems: readonly ProblemView[];
    readonly overdueDuties: readonly Duty[];
  },
  today: CalendarDate,
): Reply {
  const { newLeads, dueToday, overdue, overdueProblems, overdueDuties } = brief;
  const owners = (kind: Duty['kind']) =>
    overdueDuties.filter((duty) => duty.kind === kind).map(({ unitName }) => unitName ?? '未定责任单位');
  const lateCount = overdue.length + overdueProblems.length + overdueDuties.length;
  const late = [
    ...counted(overdue.map(assigneeName), '件任务'),
    ...counted(
      overdueProblems.map(({ unitName }) => unitName ?? '未定责任单位'),
      '个问题',
    ),
    ...counted(owners('commitment'), '项承诺'),
    ...counted(owners('request'), '件诉求'),
    ...counted(owners('review'), '份会审意见'),
    ...counted(owners('event'), '项日程结果'),
  ];
  return {
    title: `今日待办 ${dayText(today)}（${weekdayText(today)}）：新线索 ${newLeads.length} 条，今日到期 ${dueToday.length} 件，逾期 ${lateCount} 件`,
    tone: late.length > 0 ? 'warn' : 'info',
    parts: [
      ...lines(
        newLeads.map(({ id, name, unitName }) => `X${id} ${name}（${unitName ?? '公海'}）`),
        '新线索',
      ),
      ...lines(
        dueToday.map((task) => taskLine(task, true)),
        '今日到期',
      ),
      ...lines(late, '逾期'),
    ],
  };
}

function lines(items: readonly string[], heading: string): Part[] {
  if (items.length === 0) return [];
  const more = items.length - SHOWN;
  return [list(items.slice(0, SHOWN), heading), ...(more > 0 ? [note(`${heading}还有 ${more} 项`)] : [])];
}

/** "李四 2 件任务": each name once, with how many. */
function counted(names: readonly string[], what: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count} ${what}`);
}
