import { EXITS, STAGES } from '../../domain/project/project.ts';
import { TASK_STATE_NAMES } from '../../domain/work/task.ts';
import {
  leaderboard,
  leaderboards,
  projectNumbered,
  projectsAfter,
  taskNumbered,
  tasksAfter,
} from '../../services/read-api.service.ts';
import type { OrgTx } from '../../services/transaction.ts';

/** What an asker may narrow a read by, and what each means; `one of` where the words are fixed. */
export const FILTERS = {
  limit: { type: 'integer', description: '最多给几条，1 到 500，默认 100' },
  after: { type: 'integer', description: '从这个编号之后开始，翻页用' },
  q: { type: 'string', description: '名称或投资方里含有的字' },
  stage: { type: 'string', description: '项目阶段', enum: [...STAGES, ...EXITS] },
  state: { type: 'string', description: '任务状态', enum: Object.keys(TASK_STATE_NAMES) },
  id: { type: 'string', description: '编号，如 X113、R45，字母可不写' },
} as const;

type Filter = keyof typeof FILTERS;

/** What was asked for, as text. */
export type Asked = Readonly<Partial<Record<Filter, string>>>;

/** One question that programs may ask of an org: by GET below /api/v1, and by agents as a tool. Null: no such record. */
export interface Read {
  readonly tool: string;
  readonly path: string;
  readonly summary: string;
  readonly gives: 'Leaderboard' | 'Project' | 'Task';
  readonly filters: readonly Filter[];
  run(tx: OrgTx, asked: Asked): Promise<object | null>;
}

const MAX_ROWS = 500;

/** Every read: figures and records without contacts; what is another org's is "no such". */
export const READS: readonly Read[] = [
  {
    ...{ tool: 'list_leaderboards', path: '/leaderboards', summary: '已发布的排行，新的在前', gives: 'Leaderboard' },
    filters: ['limit'],
    run: async (tx, asked) => ({ leaderboards: await leaderboards(tx, sliceOf(asked).limit) }),
  },
  {
    ...{
      tool: 'get_leaderboard',
      path: '/leaderboards/:id',
      summary: '一期排行的全部数字和文件',
      gives: 'Leaderboard',
    },
    filters: ['id'],
    run: one('', leaderboard),
  },
  {
    ...{ tool: 'list_projects', path: '/projects', summary: '项目（线索到投产），按编号', gives: 'Project' },
    filters: ['limit', 'after', 'q', 'stage'],
    run: async (tx, asked) => ({ projects: await projectsAfter(tx, sliceOf(asked), asked) }),
  },
  {
    ...{ tool: 'get_project', path: '/projects/:id', summary: '一个项目', gives: 'Project' },
    filters: ['id'],
    run: one('X', projectNumbered),
  },
  {
    ...{ tool: 'list_tasks', path: '/tasks', summary: '督办任务，按编号', gives: 'Task' },
    filters: ['limit', 'after', 'state'],
    run: async (tx, asked) => ({ tasks: await tasksAfter(tx, sliceOf(asked), asked.state) }),
  },
  {
    ...{ tool: 'get_task', path: '/tasks/:id', summary: '一项督办任务', gives: 'Task' },
    filters: ['id'],
    run: one('R', taskNumbered),
  },
];

function one<Found extends object>(letter: string, find: (tx: OrgTx, id: number) => Promise<Found | null>) {
  return async (tx: OrgTx, asked: Asked): Promise<Found | null> => {
    const text = asked.id?.toUpperCase() ?? '';
    const digits = letter && text.startsWith(letter) ? text.slice(1) : text;
    return /^\d{1,9}$/.test(digits) ? find(tx, Number(digits)) : null;
  };
}

function sliceOf(asked: Asked): { after: number; limit: number } {
  const number = (text = '', fallback = 0) => (/^\d{1,9}$/.test(text) ? Number(text) : fallback);
  return { after: number(asked.after), limit: Math.max(1, Math.min(MAX_ROWS, number(asked.limit, 100))) };
}
