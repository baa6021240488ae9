import type { Instant } from './calendar/date.ts';

/** A lead given by somebody outside, waiting for staff: nothing of it is a record before they take it. */
export interface Tip {
  readonly id: number;
  readonly text: string;
  readonly senderName: string | null;
  readonly senderExternalId: string;
  readonly chatId: number;
  readonly givenAt: Instant;
  readonly state: 'new' | 'taken' | 'declined';
  readonly projectId: number | null;
  readonly answer: string | null;
}

/** The receipt's number: "T3". */
export const tipNumber = ({ id }: Pick<Tip, 'id'>): string => `T${id}`;

/** The number in "T3", "t3" or "回执3"; null where there is none. */
export function tipIn(text: string): number | null {
  const match = /(?<![A-Za-z0-9])[tTＴｔ]\s?(\d{1,9})(?!\d)|回执(?:号)?[:：\s]*(\d{1,9})(?!\d)/.exec(text);
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? null : Number(digits);
}
