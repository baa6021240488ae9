import type { LeaderboardRow } from '../../domain/report/model.ts';

/** Units ranked among themselves, in order of place. */
export interface Ranked<Row> {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** A stretch of a group's lines; `from` is how many lines of the group stand before it. */
export interface Stretch<Row = LeaderboardRow> {
  readonly group: Ranked<Row>;
  readonly from: number;
  readonly rows: readonly Row[];
}

/** What one picture shows. */
export type Page<Row = LeaderboardRow> = readonly Stretch<Row>[];

/** A picture with more lines than this is hard to read on a phone, and heavy. */
const MOST_ROWS = 18;

/** Everything on one page. */
export const wholeOf = <Row>({ groups }: { readonly groups: readonly Ranked<Row>[] }): Page<Row> =>
  groups.map((group) => ({ group, from: 0, rows: group.rows }));

/** One page where all lines fit; else a page for each group, and several of even length for a group that is longer. */
export function pagesOf<Row>(model: { readonly groups: readonly Ranked<Row>[] }): readonly Page<Row>[] {
  const lines = model.groups.reduce((sum, group) => sum + group.rows.length, 0);
  return lines <= MOST_ROWS ? [wholeOf(model)] : model.groups.flatMap(cut);
}

function cut<Row>(group: Ranked<Row>): readonly Page<Row>[] {
  const pages = Math.ceil(group.rows.length / MOST_ROWS);
  const size = Math.ceil(group.rows.length / pages);
  return Array.from({ length: pages }, (_, at) => {
    const from = at * size;
    return [{ group, from, rows: group.rows.slice(from, from + size) }];
  });
}
