import type { LeaderboardGroup, LeaderboardModel, LeaderboardRow } from '../../domain/report/model.ts';

/** A stretch of a group's lines; `from` is how many lines of the group stand before it. */
export interface Stretch {
  readonly group: LeaderboardGroup;
  readonly from: number;
  readonly rows: readonly LeaderboardRow[];
}

/** What one picture shows. */
export type Page = readonly Stretch[];

/** A picture with more lines than this is hard to read on a phone, and heavy. */
const MOST_ROWS = 18;

/** Everything on one page. */
export const wholeOf = ({ groups }: LeaderboardModel): Page =>
  groups.map((group) => ({ group, from: 0, rows: group.rows }));

/** One page where all lines fit; else a page for each group, and several of even length for a group that is longer. */
export function pagesOf(model: LeaderboardModel): readonly Page[] {
  const lines = model.groups.reduce((sum, group) => sum + group.rows.length, 0);
  return lines <= MOST_ROWS ? [wholeOf(model)] : model.groups.flatMap(cut);
}

function cut(group: LeaderboardGroup): readonly Page[] {
  const pages = Math.ceil(group.rows.length / MOST_ROWS);
  const size = Math.ceil(group.rows.length / pages);
  return Array.from({ length: pages }, (_, at) => {
    const from = at * size;
    return [{ group, from, rows: group.rows.slice(from, from + size) }];
  });
}
