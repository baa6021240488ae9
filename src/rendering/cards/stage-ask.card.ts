import type { Project, Standing } from '../../domain/project/project.ts';
import { note, type Reply, say } from '../reply.ts';
import { projectTitle } from './project.card.ts';

/** What a move cannot do without is asked for; nothing is written before. */
export function askedOf(what: 'amount' | 'where', project: Project, words: string): Reply {
  return what === 'amount'
    ? {
        title: `${projectTitle(project)} 签约：协议金额是多少？`,
        tone: 'ask',
        parts: [note('还没有写入。直接回复金额和日期，例如：3.8亿 6月3日。框架协议不算签约。')],
      }
    : {
        title: `${projectTitle(project)} 流失：去了哪里？`,
        tone: 'ask',
        parts: [note('还没有写入。直接回复去了哪个地方、输在哪里，例如：去了邻县，地价便宜。')],
        buttons: [say('不清楚', `阶段 X${project.id} 流失 ${words} 去向不明`.replace(/\s+/g, ' '))],
      };
}

type Field = readonly [label: string, example: string, known: (project: Project) => boolean];

const SITE: Field = ['选址', '选址经开区B3地块', ({ site, land }) => site !== null || land !== null];
const JOBS: Field = ['用工', '用工120人', ({ jobs }) => jobs !== null];

/** What the record should say of a project once it is at a stage. */
const FIELDS: Readonly<Partial<Record<Standing, readonly Field[]>>> = {
  意向: [['总投资', '总投资3亿', ({ investment }) => investment !== null]],
  签约: [
    ['投资方', '投资方某某有限公司', ({ investor }) => investor !== null],
    ['产业链', '产业链新能源', ({ chain, industry }) => chain !== null || industry !== null],
  ],
  落地: [SITE],
  开工: [SITE, ['固投计划', '固投计划2亿', ({ fixedAssetsPlan }) => fixedAssetsPlan !== null]],
  竣工: [JOBS],
  投产: [JOBS, ['年产值', '年产值5亿', ({ output }) => output !== null]],
};

/** What the record still lacks at its stage, with how to say it; null when nothing. */
export function fieldsText(project: Project): string | null {
  const missing = (FIELDS[project.stage] ?? []).filter(([, , known]) => !known(project));
  if (missing.length === 0) return null;
  const examples = missing.map(([, example]) => example).join('，');
  return `项目还缺：${missing.map(([label]) => label).join('、')}。写：补充 X${project.id} ${examples}`;
}
