import type { CalendarDate, Instant } from '../calendar/date.ts';

/** What a department may say in a joint review (会审). */
export const VERDICTS = ['同意', '有条件同意', '不同意'] as const;

/** The opinion of a department, in a word. */
export type Verdict = (typeof VERDICTS)[number];

/** What one department was asked and says; nulls while it is silent. */
export interface Opinion {
  readonly unitId: number;
  readonly unitName: string;
  readonly verdict: Verdict | null;
  readonly words: string | null;
  readonly person: string | null;
}

/** A joint review of a project: who was asked until when, and what they say. */
export interface Review {
  readonly id: number;
  readonly projectId: number;
  readonly projectName: string;
  readonly projectUnitId: number | null;
  readonly projectLeader: string | null;
  readonly dueOn: CalendarDate;
  readonly askedBy: number;
  readonly askedAt: Instant;
  readonly closedAt: Instant | null;
  readonly opinions: readonly Opinion[];
}

/** Departments that have not said anything. */
export const silentIn = ({ opinions }: Pick<Review, 'opinions'>): readonly Opinion[] =>
  opinions.filter(({ verdict }) => verdict === null);

/**
 * What comes of a review: one 不同意 stops it, silence leaves it open, conditions have to be met, else it is passed.
 */
export function outcomeOf({ opinions }: Pick<Review, 'opinions'>): '未通过' | '待意见' | '有条件通过' | '通过' {
  const said = new Set(opinions.map(({ verdict }) => verdict));
  if (said.has('不同意')) return '未通过';
  if (said.has(null)) return '待意见';
  return said.has('有条件同意') ? '有条件通过' : '通过';
}

/** "同意 2 家，有条件同意 1 家，未回 1 家". */
export function tally({ opinions }: Pick<Review, 'opinions'>): string {
  const counts = [...VERDICTS, null].map((verdict) => ({
    word: verdict ?? '未回',
    count: opinions.filter((one) => one.verdict === verdict).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${word} ${count} 家`)
    .join('，');
}
