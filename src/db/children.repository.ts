import { sql } from 'kysely';
import type { LeaderboardModel } from '../domain/report/model.ts';
import type { OrgTx } from './org-transaction.ts';

/** What a place below has published last: its newest monthly leaderboard; null while it has published none. */
export interface ChildBoard {
  readonly name: string;
  readonly model: LeaderboardModel | null;
  readonly publishedAt: Date | null;
}

/**
 * The places below this one (a city's counties) with the newest monthly leaderboard each has published. Nothing else of
 * theirs is read: the wall is moved for this one question to each child in turn, and back.
 */
export async function boardsBelow(tx: OrgTx): Promise<readonly ChildBoard[]> {
  const children = await tx.sql
    .selectFrom('orgs')
    .select(['id', 'name'])
    .where('parent_id', '=', tx.orgId)
    .orderBy('id')
    .execute();
  const boards: ChildBoard[] = [];
  for (const { id, name } of children) {
    await behindWall(tx, id);
    const row = await tx.sql
      .selectFrom('reports')
      .select(['model', 'published_at as publishedAt'])
      .where('kind', '=', 'monthly')
      .orderBy('period', 'desc')
      .orderBy('edition', 'desc')
      .limit(1)
      .executeTakeFirst();
    await behindWall(tx, tx.orgId);
    boards.push({
      name,
      model: (row?.model ?? null) as LeaderboardModel | null,
      publishedAt: row?.publishedAt ?? null,
    });
  }
  return boards;
}

const behindWall = (tx: OrgTx, orgId: number) =>
  sql`select set_config('app.org_id', ${String(orgId)}, true)`.execute(tx.sql);
