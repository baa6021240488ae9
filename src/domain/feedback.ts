/** What somebody thought of an answer; withdrawn: took that back. */
export type Verdict = 'good' | 'bad' | 'withdrawn';

/** What people may find wanting, as platforms and people name it. */
export const REASONS = ['答非所问', '内容不全', '内容有误', '数字不对'] as const;

/** What was said of an answer. `answer`: the platform's word for which; null: the last one the person got. */
export interface Said {
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly words: string | null;
  readonly answer: string | null;
}

/** One opinion, with whose it is and what the answer said first. */
export interface Feedback {
  readonly person: string;
  readonly verdict: 'good' | 'bad';
  readonly reasons: readonly string[];
  readonly words: string | null;
  readonly title: string | null;
  readonly at: Date;
}
