import type { CalendarDate, Instant } from '../calendar/date.ts';
import type { Light } from './light.ts';

/** Kinds of what blocks a project, as problem lists sort them. */
export const PROBLEM_KINDS = ['用地', '资金', '环评', '招投标', '用工', '其他'] as const;

/** The kind of a problem. */
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** What blocks a project, who has to clear it by when, and the answer found (一问题一对策). */
export interface Problem {
  readonly id: number;
  readonly projectId: number;
  readonly text: string;
  readonly kind: string;
  readonly unitId: number | null;
  readonly dueOn: CalendarDate;
  readonly level: string | null;
  readonly measure: string | null;
  readonly answer: string | null;
  /** Coordination meetings held. */
  readonly meetings: number;
  readonly state: 'open' | 'solved';
  readonly reportedBy: number;
  readonly reportedAt: Instant;
  readonly solvedBy: number | null;
  readonly solvedAt: Instant | null;
  readonly version: number;
}

/** A problem with the names that cards show. */
export interface NamedProblem extends Problem {
  readonly unitName: string | null;
  readonly projectName: string;
  readonly projectUnitId: number | null;
  /** 包联领导 of the project, by name. */
  readonly projectLeader: string | null;
  readonly reporterName: string | null;
}

/** A problem as it is shown: with its light of the moment; null once solved. */
export interface ProblemView extends NamedProblem {
  readonly light: Light | null;
}

/** "W12". */
export const problemNumber = (problem: Pick<Problem, 'id'>): string => `W${problem.id}`;

const SIGNS: readonly (readonly [ProblemKind, RegExp])[] = [
  ['用地', /用地|土地|征地|拆迁|供地|地块|规划|林地|(?<!能耗|排放|排污|用能)指标/],
  ['环评', /环评|环保|排污|能评|安评|能耗/],
  ['招投标', /招投标|招标|投标|中标|流标/],
  ['用工', /用工|招工|工人|人才|劳动力/],
  ['资金', /资金|贷款|融资|垫资|欠款|拨付|担保/],
];

/** The kind that the words point at; 其他 when none does. */
export const problemKindOf = (text: string): ProblemKind => SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? '其他';

/** The level above that is asked to help (省, 市), as words of a problem say it; null when none is asked. */
export function levelAsked(text: string): string | null {
  const found =
    /(?:提请|请求?|报请|恳请|需|要)(?:.{0,4}?)(省|市|州)(?:级|里|政府|委|直)?(?:.{0,8}?)(?:协调|解决|支持|统筹|帮助|研究|保障)|提请(省|市|州)/.exec(
      text,
    );
  const level = found?.[1] ?? found?.[2];
  return level ? `提请${level}级` : null;
}

/** Open problems counted by kind, the most frequent first. */
export function countKinds(
  problems: readonly Pick<Problem, 'kind'>[],
): readonly (readonly [kind: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { kind } of problems) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
