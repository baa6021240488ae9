import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Named } from '../../domain/org/vocabulary.ts';
import { TASK_STATE_NAMES, type TaskView } from '../../domain/work/task.ts';
import { dayText } from '../day.ts';
import { short } from '../format.ts';
import { type Button, list, note, type Part, type Reply, say } from '../reply.ts';
import { taskLine } from './task.card.ts';

/** How many items a card shows. */
const SHOWN = 10;

/** What a line of the minutes was understood as, or why it was not. */
export type ReadItem =
  | {
      readonly line: string;
      readonly assignees: readonly Named[];
      readonly title: string;
      readonly dueOn: CalendarDate;
    }
  | { readonly line: string; readonly why: string };

/** The items as understood, before anything is given; `id`: the question that waits. */
export function agreedDraft(
  {
    title,
    heldOn,
    items,
  }: { readonly title: string; readonly heldOn: CalendarDate; readonly items: readonly ReadItem[] },
  id: number,
): Reply {
  const read = items.filter((item) => 'dueOn' in item);
  const unread = items.filter((item) => 'why' in item);
  const press = (action: string) => ({ command: '议定', action, args: { id } });
  return {
    title: `${title}（${dayText(heldOn)}）：看出 ${read.length} 项${unread.length > 0 ? `，${unread.length} 项没看懂` : ''}，请核对`,
    tone: 'ask',
    parts: [
      list(
        read
          .slice(0, SHOWN)
          .map(
            (item, at) =>
              `${at + 1}. ${item.assignees.map(({ name }) => name).join('、')}，${dayText(item.dueOn)}前：${short(item.title, 60)}`,
          ),
      ),
      ...(read.length > SHOWN ? [note(`还有 ${read.length - SHOWN} 项也看懂了。`)] : []),
      ...(unread.length > 0
        ? [
            list(
              unread.map(({ line, why }) => `“${short(line, 30)}”：${why}`),
              '没看懂，不会分派',
            ),
          ]
        : []),
      ...(unread.length > 0 ? [note('把没看懂的补全重发那几行，就加进来。')] : []),
    ],
    buttons: [
      ...(read.length > 0
        ? [{ label: `分派 ${read.length} 项`, style: 'primary', press: press('write') } as Button]
        : []),
      { label: '放弃', press: press('drop') },
    ],
  };
}

/** A meeting with how far its items have come, what is late first. */
export function meetingCard(meeting: MeetingSight, title: string, unreached: readonly string[] = []): Reply {
  const late = meeting.tasks.filter(({ light }) => light === 'red');
  const shown = [...late, ...meeting.tasks.filter((task) => !late.includes(task))].slice(0, SHOWN);
  return {
    title: `${title}：议定${meeting.id} ${short(meeting.title, 30)}，${progress(meeting)}`,
    tone: meeting.tasks.some(({ light }) => light === 'red') ? 'warn' : 'ok',
    parts: [
      list(shown.map((task) => `${taskLine(task, true)} ${TASK_STATE_NAMES[task.state]}`)),
      ...(meeting.tasks.length > SHOWN ? [note(`先列逾期的，还有 ${meeting.tasks.length - SHOWN} 项。`)] : []),
      ...(meeting.activityId === null ? [] : [note(`来自 H${meeting.activityId}。`)]),
      ...(unreached.length > 0 ? [note(`${unreached.join('、')} 还没有绑定，消息没有送到，请另行告知。`)] : []),
    ],
    buttons: meeting.tasks
      .filter(({ light }) => light === 'red')
      .slice(0, 3)
      .map(({ id }) => say(`催办 R${id}`, `催办 R${id}`)),
  };
}

interface MeetingSight {
  readonly id: number;
  readonly title: string;
  readonly heldOn: CalendarDate;
  readonly activityId: number | null;
  readonly tasks: readonly TaskView[];
}

/** "9 项办结 7 项，逾期 1 项". */
function progress({ tasks }: Pick<MeetingSight, 'tasks'>): string {
  const live = tasks.filter(({ state }) => state !== 'cancelled');
  const done = live.filter(({ state }) => state === 'done').length;
  const late = live.filter(({ light }) => light === 'red').length;
  return `${live.length} 项办结 ${done} 项${late > 0 ? `，逾期 ${late} 项` : ''}`;
}

/** What came of an activity's meetings, for its card. */
export const meetingLines = (meetings: readonly MeetingSight[]): readonly Part[] =>
  meetings.length === 0 ? [] : [list(meetings.map(meetingLine), '议定')];

const meetingLine = (meeting: MeetingSight): string =>
  `议定${meeting.id} ${dayText(meeting.heldOn)} ${short(meeting.title, 24)}：${progress(meeting)}`;

/** The latest meetings. */
export const meetingsReply = (meetings: readonly MeetingSight[]): Reply => ({
  title: meetings.length === 0 ? '还没有议定事项' : '最近的议定事项',
  tone: 'info',
  parts:
    meetings.length === 0
      ? [
          note(
            '把会上、调研时定的事一次发来，一行一项：\n议定 县长调研城东\n1. 城东街道 周五前 报送用地方案 X3\n2. 发改局 月底前 出具备案意见',
          ),
        ]
      : [list(meetings.map(meetingLine))],
  buttons: meetings.slice(0, 4).map(({ id }) => say(`议定${id}`, `议定 ${id}`)),
});
