/** What another system may be told of, by the word it asks for it with. */
export const NEWS = {
  'project.recorded': '新录入项目',
  'project.stage_changed': '项目阶段变化（填报、核实、退回都算）',
  'task.assigned': '新派任务',
  'task.done': '任务办结',
  'report.published': '报表发布',
  'change.undone': '上面的写入被撤销',
  'change.bulk': '一次写入很多（导入）',
} as const;

export type NewsType = keyof typeof NEWS;

/** A kind of news about one record. */
export interface News {
  readonly type: NewsType;
  readonly about: 'project' | 'task';
  readonly id: number;
  /** The stage before, where it changed. */
  readonly from?: string;
}

/** One changed row, as the audit keeps it. */
interface Changed {
  readonly table: string;
  readonly id: number;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

/** The news in the rows that one write changed, each record and type once, in order. Secret projects make none. */
export function newsOf(changes: readonly Changed[]): readonly News[] {
  const found = new Map<string, News>();
  for (const change of changes) {
    const news = change.table === 'projects' ? ofProject(change) : change.table === 'tasks' ? ofTask(change) : null;
    const key = news && `${news.type} ${news.id}`;
    if (news && key && !found.has(key)) found.set(key, news);
  }
  return [...found.values()];
}

function ofProject({ id, before, after }: Changed): News | null {
  if (after.secret_to !== null && after.secret_to !== undefined) return null;
  if (before === null) return { type: 'project.recorded', about: 'project', id };
  if (before.stage === after.stage && before.stage_state === after.stage_state) return null;
  return { type: 'project.stage_changed', about: 'project', id, from: String(before.stage) };
}

function ofTask({ id, before, after }: Changed): News | null {
  if (before === null) return { type: 'task.assigned', about: 'task', id };
  return after.state === 'done' && before.state !== 'done' ? { type: 'task.done', about: 'task', id } : null;
}
