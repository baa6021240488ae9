import type { CalendarDate } from '../calendar/date.ts';

/** Good work that was recognised: whose, what, by whom, on which day. */
export interface Praise {
  readonly id: number;
  /** "李四（临洺关镇）", or a unit. */
  readonly whose: string;
  readonly text: string;
  readonly by: string;
  readonly on: CalendarDate;
}

/** How often each was recognised, the most often first; of as many, the one first recognised. */
export function praiseCounts(
  praises: readonly Pick<Praise, 'id' | 'whose'>[],
): readonly { readonly whose: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { whose } of [...praises].sort((a, b) => a.id - b.id)) counts.set(whose, (counts.get(whose) ?? 0) + 1);
  return [...counts].map(([whose, count]) => ({ whose, count })).sort((a, b) => b.count - a.count);
}
