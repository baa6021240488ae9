import type { Instant } from '../calendar/date.ts';

/** Everything open of one person on its way to another (交接): done once both have signed. */
export interface Succession {
  readonly id: number;
  readonly fromPerson: number;
  readonly toPerson: number;
  readonly reason: string | null;
  readonly state: 'asked' | 'done' | 'refused';
  readonly askedBy: number;
  readonly fromSignedAt: Instant | null;
  readonly toSignedAt: Instant | null;
  /** What went over, as it was then. */
  readonly moved: readonly string[];
}

/** One thing that is open with a person: "R12 报送清单（承办）", "X3 华辰项目（首席服务官）". */
export interface OpenMatter {
  readonly kind: 'task' | 'project' | 'resource' | 'firm';
  readonly id: number;
  readonly title: string;
  readonly as: string;
}

const MARKS = { task: 'R', project: 'X', resource: '资源 ', firm: '目标企业 ' } as const;

/** "R12 报送清单（承办）", "资源 3 张建国（联系人）". */
export const matterText = ({ kind, id, title, as }: OpenMatter): string => `${MARKS[kind]}${id} ${title}（${as}）`;
