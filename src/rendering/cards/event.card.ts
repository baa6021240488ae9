import { type CalendarEvent, type EventScore, standingsOf } from '../../domain/activity/event.ts';
import { type CalendarDate, daysBetween } from '../../domain/calendar/date.ts';
import type { TaskView } from '../../domain/work/task.ts';
import { spanText } from '../day.ts';
import { short } from '../format.ts';
import { type Button, facts, list, note, type Part, type Reply, say, sayMore } from '../reply.ts';
import { taskLine } from './task.card.ts';

interface EventSight extends Omit<CalendarEvent, 'tasks'> {
  readonly tasks: readonly TaskView[];
  readonly scores: readonly EventScore[];
}

/** An event with its preparation, marks and result. */
export function eventCard(event: EventSight, today: CalendarDate, title = '日程'): Reply {
  const over = event.from <= today;
  return {
    title: `${title}：${event.id} 号 ${event.name}，${whenText(event, today)}`,
    tone: event.tasks.some(({ light }) => light === 'red') ? 'warn' : 'ok',
    parts: [
      facts(
        ['时间', spanText(event.from, event.to)],
        ['地点', event.place],
        ['承办', event.unitName],
        ['周期', event.every],
        ['结果', event.result],
      ),
      ...(event.tasks.length > 0
        ? [
            list(
              event.tasks.map((task) => taskLine(task, true)),
              `准备 ${doneText(event.tasks)}`,
            ),
          ]
        : []),
      ...scorePart(event.scores),
    ],
    buttons: event.result === null ? openButtons(event, over) : [say('全部日程', '日程')],
  };
}

const openButtons = ({ id }: EventSight, over: boolean): readonly Button[] => [
  over ? sayMore('报结果', `日程 结果 ${id}`, 'primary') : sayMore('安排准备', `日程 准备 ${id}`, 'primary'),
  ...(over ? [sayMore('打分', `日程 打分 ${id}`)] : []),
  say('全部日程', '日程'),
];

/** "还有 7 天", "正在进行", "已结束，还没报结果", "已办". */
function whenText({ from, to, result }: Pick<CalendarEvent, 'from' | 'to' | 'result'>, today: CalendarDate): string {
  if (result !== null) return '已办';
  if (today < from) return `还有 ${daysBetween(today, from)} 天`;
  return today <= to ? '正在进行' : '已结束，还没报结果';
}

/** "2/3 项". */
const doneText = (tasks: readonly TaskView[]): string =>
  `${tasks.filter(({ state }) => state === 'done').length}/${tasks.filter(({ state }) => state !== 'cancelled').length} 项`;

function scorePart(scores: readonly EventScore[]): readonly Part[] {
  if (scores.length === 0) return [];
  return [
    {
      type: 'table',
      heading: '观摩打分',
      columns: [
        { head: '名次', align: 'right' },
        { head: '项目' },
        { head: '单位' },
        { head: '平均分', align: 'right' },
        { head: '打分人数', align: 'right' },
      ],
      rows: standingsOf(scores).map(({ id, name, unit, mean, marks }, at) => [
        String(at + 1),
        `X${id} ${short(name, 18)}`,
        unit ?? '',
        mean,
        String(marks),
      ]),
    },
  ];
}

/** What is ahead, what waits for its result, and the last ones held. */
export function calendarReply(
  { ahead, held }: { readonly ahead: readonly EventSight[]; readonly held: readonly EventSight[] },
  today: CalendarDate,
): Reply {
  const waiting = ahead.filter(({ to }) => to < today).length;
  return {
    title:
      ahead.length === 0
        ? '近期没有日程'
        : `近期日程 ${ahead.length} 项${waiting > 0 ? `，${waiting} 项还没报结果` : ''}`,
    tone: waiting > 0 ? 'warn' : 'info',
    parts: [
      ...(ahead.length > 0 ? [list(ahead.slice(0, 10).map((event) => eventLine(event, today)))] : []),
      ...(held.length > 0
        ? [
            list(
              held.map(
                (event) =>
                  `${event.id} 号 ${spanText(event.from, event.to)} ${short(event.name, 20)}：${short(event.result ?? '', 30)}`,
              ),
              '最近办的',
            ),
          ]
        : []),
      ...(ahead.length === 0
        ? [
            note(
              '登记，例如：日程 新增 廊坊经洽会 6月17-21日 地点 廊坊 承办 商务局 每年；日程 新增 企业服务日 6月25日 每月；日程 新增 项目观摩 6月28日 每季度',
            ),
          ]
        : []),
    ],
    buttons: [sayMore('登记', '日程 新增'), ...(ahead.length + held.length > 0 ? [say('导出', '日程 导出')] : [])],
  };
}

const eventLine = (event: EventSight, today: CalendarDate): string =>
  `${event.id} 号 ${spanText(event.from, event.to)} ${short(event.name, 20)}（${[event.unitName, event.every].filter(Boolean).join('，') || '未定承办'}）：${whenText(event, today)}${event.tasks.length > 0 ? `，准备 ${doneText(event.tasks)}` : ''}`;

/** A result that brought the next date on the calendar. */
export const resultCard = (
  event: EventSight,
  next: CalendarEvent | null,
  today: CalendarDate,
  changed: boolean,
): Reply => {
  const card = eventCard(event, today, changed ? '已记结果' : '早已报过，没有重复写入');
  return next
    ? { ...card, parts: [...(card.parts ?? []), note(`下一次：${next.id} 号，${spanText(next.from, next.to)}。`)] }
    : card;
};
