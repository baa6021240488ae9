import type { CalendarDate } from '../../domain/calendar/date.ts';
import { dayText } from '../day.ts';
import { list, note, type Reply, say } from '../reply.ts';

interface KeyProject {
  readonly id: number;
  readonly name: string;
  readonly stage: string;
  readonly leader: string | null;
  readonly unit: string | null;
  readonly by: CalendarDate | null;
  readonly aim: string | null;
  readonly lastProgressOn: CalendarDate;
  readonly status: string | null;
}

const SHOWN = 30;
const WORDS = 40;

/** "X113 华辰光伏：签约，孙县长，10月31日前开工；6月8日 规划条件已出". */
export function keyProjectLine(project: KeyProject, today: CalendarDate): string {
  const { id, name, stage, leader, by, aim, lastProgressOn, status } = project;
  const target = by || aim ? `${by ? `${dayText(by, today)}前` : ''}${aim ?? ''}` : '';
  const overdue = by !== null && by < today ? '（已过期）' : '';
  const said = status ? ` ${status.length > WORDS ? `${status.slice(0, WORDS - 1)}…` : status}` : ' 还没有进展';
  return `X${id} ${name}：${[stage, leader, `${target}${overdue}`].filter(Boolean).join('，')}；${dayText(lastProgressOn, today)}${said}`;
}

/** The key library, for 顶格 and for the groups on Mondays. */
export const keyLibraryReply = (projects: readonly KeyProject[], today: CalendarDate): Reply => ({
  title: projects.length > 0 ? `顶格推进项目 ${projects.length} 个` : '顶格推进库还没有项目',
  tone: 'info',
  parts:
    projects.length > 0
      ? [
          list([
            ...projects.slice(0, SHOWN).map((project) => keyProjectLine(project, today)),
            ...(projects.length > SHOWN ? [`……另有 ${projects.length - SHOWN} 个`] : []),
          ]),
          note('很久没有进展的在前。'),
        ]
      : [note('投促中心或领导可以放进来，例如：顶格 X113 孙县长 10月底前开工。')],
});

/** To whoever answers for the projects: this week's status line, please. */
export const askStatusReply = (projects: readonly KeyProject[], today: CalendarDate): Reply => ({
  title: `请报本周顶格推进情况：${projects.length} 个项目`,
  tone: 'ask',
  parts: [
    list(projects.slice(0, SHOWN).map((project) => keyProjectLine(project, today))),
    note(`照这样回复：进展 X${projects[0]?.id ?? 113} 本周……，下一步……`),
  ],
  buttons: projects.slice(0, 5).map(({ id }) => say(`报 X${id}`, `进展 X${id}`)),
});
