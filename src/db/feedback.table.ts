import type { Generated } from 'kysely';

/** A row of `feedback`. */
export interface FeedbackRow {
  org_id: Generated<number>;
  id: number;
  person_id: number;
  verdict: 'good' | 'bad' | 'withdrawn';
  reasons: string[];
  words: string | null;
  answer: string | null;
  title: string | null;
  at: Date;
  version: Generated<number>;
}
