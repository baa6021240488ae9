import { answerTitle, keepFeedback, listFeedback } from '../db/feedback.repository.ts';
import type { Feedback, Said } from '../domain/feedback.ts';
import type { OrgTx } from './transaction.ts';

export type { Feedback };

const SHOWN_DAYS = 30;

/** Keeps what a person said of an answer: the one that is named, else the last one they got. */
export async function rateAnswer(
  tx: OrgTx,
  by: { readonly personId: number; readonly platform: string; readonly externalId: string; readonly now: Date },
  said: Said,
): Promise<void> {
  const found = await answerTitle(tx, said.answer, by);
  const answer = found?.answer ?? said.answer;
  await keepFeedback(tx, { ...said, answer, title: found?.title ?? null, personId: by.personId, at: by.now });
}

/** What people said of answers in the last 30 days, newest first. */
export const feedbackOf = (tx: OrgTx, now: Date): Promise<readonly Feedback[]> =>
  listFeedback(tx, new Date(now.getTime() - SHOWN_DAYS * 86_400_000));
