import { type Project, STAGES } from '../../domain/project/project.ts';
import { type Button, list, note, type Reply, say } from '../reply.ts';
import { investmentText, projectTitle, standingText } from './project.card.ts';

/** What the card shows; the service's page fits. */
export interface RegisterSight {
  readonly lines: readonly (Project & { readonly unitName: string | null })[];
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** A page of the register: counts by stage, then the lines. `asked`: the words after 台账, typed again by the buttons. */
export function registerCard(sight: RegisterSight, asked: string): Reply {
  const { total, page, pages } = sight;
  if (total === 0) return { title: '台账：没有符合的项目', tone: 'info', buttons: [say('全部', '台账')] };
  const stages = [...sight.counts].sort(([a], [b]) => order(a) - order(b)).map(([stage, count]) => `${stage} ${count}`);
  return {
    title: `台账：共 ${total} 个`,
    tone: 'info',
    parts: [
      list(sight.lines.map(lineText), stages.join('，')),
      ...(pages > 1 ? [note(`第 ${page} 页，共 ${pages} 页`)] : []),
    ],
    buttons: pageButtons(sight, asked),
  };
}

function pageButtons({ page, pages }: RegisterSight, asked: string): readonly Button[] {
  const line = asked === '' ? '台账' : `台账 ${asked}`;
  return [
    ...(page > 1 ? [say('上一页', `${line} 第${page - 1}页`)] : []),
    ...(page < pages ? [say('下一页', `${line} 第${page + 1}页`)] : []),
    say('导出', `${line} 导出`),
  ];
}

const order = (stage: string): number => {
  const at = (STAGES as readonly string[]).indexOf(stage);
  return at < 0 ? STAGES.length : at;
};

const lineText = (project: RegisterSight['lines'][number]): string =>
  [projectTitle(project), standingText(project), investmentText(project), project.unitName ?? '公海']
    .filter((part) => part !== null)
    .join('，');
