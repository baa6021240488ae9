import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Project } from '../../domain/project/project.ts';
import { dayText } from '../day.ts';
import { list, note, type Reply, say, text } from '../reply.ts';
import { projectTitle } from './project.card.ts';

interface Owed {
  readonly project: Project;
  readonly next: {
    readonly id: number;
    readonly step: string;
    readonly dueOn: CalendarDate;
    readonly words: string;
  } | null;
  readonly later: readonly CalendarDate[];
}

/** The answer that a referrer is owed, in words to be copied. */
export function owedCard({ project, next, later }: Owed, today: CalendarDate, done = false): Reply {
  const base = { record: `X${project.id}`, tone: done ? ('ok' as const) : ('info' as const) };
  const said = done ? '已记答复；' : '';
  if (!next) return { ...base, title: `${said}${projectTitle(project)} 引荐人${project.referrer ?? ''}都答复了` };
  return {
    ...base,
    title: `${said}答复 ${project.referrer ?? '引荐人'}（${next.step}，${dayText(next.dueOn, today)}前）：${projectTitle(project)}`,
    parts: [
      text(next.words),
      note(`照着发给引荐人，发完点“已答复”。${later.length > 0 ? `后面还有 ${later.length} 次。` : ''}`),
    ],
    buttons: [
      {
        label: '已答复',
        style: 'primary',
        press: { command: '答复', action: 'done', args: { project: project.id, id: next.id } },
      },
    ],
  };
}

/** Every answer owed. */
export function owedListCard(
  owed: {
    readonly due: readonly {
      readonly projectId: number;
      readonly project: string;
      readonly referrer: string | null;
      readonly step: string;
      readonly dueOn: CalendarDate;
      readonly unitName: string | null;
    }[];
    readonly given: number;
    readonly inTime: number;
  },
  today: CalendarDate,
): Reply {
  const rate = owed.given > 0 ? `已答复 ${owed.given} 次，按时 ${owed.inTime} 次` : '';
  if (owed.due.length === 0) return { title: '引荐人都答复了，没有欠的', tone: 'ok', parts: rate ? [note(rate)] : [] };
  return {
    title: `待答复引荐人 ${owed.due.length} 次`,
    tone: owed.due.some(({ dueOn }) => dueOn < today) ? 'warn' : 'info',
    parts: [
      list(
        owed.due
          .slice(0, 8)
          .map(
            ({ projectId, project, referrer, step, dueOn, unitName }) =>
              `X${projectId} ${project}：${referrer ?? '引荐人'}，${step}（${dayText(dueOn, today)}前${dueOn < today ? '，已过' : ''}）${unitName ?? ''}`,
          ),
      ),
      ...(rate ? [note(rate)] : []),
    ],
    buttons: [...new Set(owed.due.map(({ projectId }) => projectId))]
      .slice(0, 4)
      .map((id) => say(`答复 X${id}`, `答复 X${id}`)),
  };
}
