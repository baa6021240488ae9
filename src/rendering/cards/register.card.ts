import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Project } from '../../domain/project/project.ts';
import { dayText } from '../day.ts';
import { short } from '../format.ts';
import { type Button, list, note, type Part, type Reply, text } from '../reply.ts';
import { expectedText, investmentText, standingText } from './project.card.ts';

/** A page of the register as the card shows it. */
interface Page {
  readonly title: string;
  readonly rows: readonly { readonly project: Project; readonly unitName: string | null }[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly stages: readonly { readonly stage: string; readonly count: number }[];
  readonly losses: { readonly reasons: readonly Counted[]; readonly places: readonly Counted[] } | null;
}

interface Counted {
  readonly name: string;
  readonly count: number;
}

/** A page of the register: how many stand at each stage, eight projects, buttons for the next page and for Excel. */
export function registerCard(page: Page, filter: string, today: CalendarDate): Reply {
  const press = (label: string, action: string, args: Record<string, string | number>): Button => ({
    label,
    press: { command: '台账', action, args: { filter, ...args } },
  });
  if (page.total === 0)
    return {
      title: `${page.title}：没有项目`,
      tone: 'info',
      parts: [note('换个条件试试，例如：台账 签约；台账 公海。')],
    };
  return {
    title: `${page.title}：${page.total} 个项目`,
    tone: 'info',
    parts: [
      text(page.stages.map(({ stage, count }) => `${stage} ${count}`).join('，')),
      ...(page.losses ? lossParts(page.losses) : []),
      list(page.rows.map((row) => line(row, today))),
      ...(page.pages > 1 ? [note(`第 ${page.page} 页，共 ${page.pages} 页`)] : []),
    ],
    buttons: [
      ...(page.page > 1 ? [press('上一页', 'page', { page: page.page - 1 })] : []),
      ...(page.page < page.pages ? [press('下一页', 'page', { page: page.page + 1 })] : []),
      press('导出 Excel', 'export', {}),
    ],
  };
}

const line = ({ project, unitName }: Page['rows'][number], today: CalendarDate): string =>
  [
    `X${project.id} ${short(project.name, 22)}`,
    standingText(project),
    investmentText(project),
    unitName ?? '公海',
    project.stage === '流失'
      ? project.lostTo && `去了${project.lostTo}`
      : (project.expectedOn && `预计 ${expectedText(project, today)}`) ||
        `${dayText(project.lastProgressOn, today)}有进展`,
  ]
    .filter(Boolean)
    .join('，');

const lossParts = ({ reasons, places }: NonNullable<Page['losses']>): Part[] => {
  const told = (counted: readonly Counted[]) =>
    [
      ...counted.slice(0, 6).map(({ name, count }) => `${name} ${count}`),
      ...(counted.length > 6 ? [`另有 ${counted.length - 6} 种`] : []),
    ].join('，');
  return [
    ...(reasons.length > 0 ? [text(`原因：${told(reasons)}`)] : []),
    ...(places.length > 0 ? [text(`去向：${told(places)}`)] : []),
  ];
};
