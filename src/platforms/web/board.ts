import { Hono } from 'hono';
import type { LeaderboardModel } from '../../domain/report/model.ts';
import { drawLeaderboardPage } from '../../rendering/picture/leaderboard.ts';
import { pagesOf } from '../../rendering/picture/pages.ts';
import { loadOrg } from '../../services/org.service.ts';
import { boardNow, monthBoard, unpublishedMonths } from '../../services/publish.service.ts';
import { leaderboardFiles } from '../../services/read-api.service.ts';
import { inOrg } from '../../services/transaction.ts';
import { loadAsset } from './assets.ts';
import { doorPage } from './door.ts';
import type { Bindings } from './guard.ts';
import { refuse } from './read-body.ts';
import { type Deps, viewerOf } from './viewer.ts';

/** A year of months. */
const BOARDS = 12;

/**
 * GET /board: the published leaderboards as a page to look at; GET /board/list: what stands on it; GET /board/now: how many pictures this month so
 * far takes, or an earlier `period` that was not published; GET /board/now.png: one of them, by `page`.
 */
export function boardRoutes(deps: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.get('/', async (context) => {
    const viewer = await viewerOf(deps, context);
    if (!viewer) return context.html(doorPage('needed'), 401);
    return context.html((await loadAsset('board.html'))?.text ?? '');
  });
  app.get('/list', async (context) => {
    const viewer = await viewerOf(deps, context);
    if (!viewer) return refuse(context, 401, '请先登录。').refusal;
    const now = deps.host.now();
    const found = await inOrg(deps.host.db, viewer.room.orgId, async (tx) => ({
      boards: await leaderboardFiles(tx, BOARDS),
      open: (await unpublishedMonths(tx, await loadOrg(tx), now)).map(({ key }) => key),
    }));
    return context.json({ org: viewer.room.orgName, ...found });
  });
  app.get('/now', async (context) => {
    const viewer = await viewerOf(deps, context);
    if (!viewer) return refuse(context, 401, '请先登录。').refusal;
    const model = await modelOf(deps, viewer.room.orgId, context.req.query('period'));
    return context.json({ pages: model.groups.length > 0 ? pagesOf(model).length : 0 });
  });
  app.get('/now.png', async (context) => {
    const viewer = await viewerOf(deps, context);
    if (!viewer) return refuse(context, 401, '请先登录。').refusal;
    const page = Number(context.req.query('page') ?? 1);
    const model = await modelOf(deps, viewer.room.orgId, context.req.query('period'));
    const picture = model.groups.length > 0 ? await drawLeaderboardPage(model, page) : null;
    if (!picture) return refuse(context, 404, page > 1 ? '没有这一张。' : '还没有参加排行的单位。').refusal;
    context.header('cache-control', 'private, max-age=60');
    return context.body(Uint8Array.from(picture.png), 200, { 'content-type': 'image/png' });
  });
  return app;
}

/** The leaderboard of a month that was not published ("2026-04"), else this month's, as it stands. */
async function modelOf({ host }: Deps, orgId: number, key: string | undefined): Promise<LeaderboardModel> {
  const now = host.now();
  const { model } = await inOrg(host.db, orgId, async (tx) => {
    const org = await loadOrg(tx);
    const month = (await unpublishedMonths(tx, org, now)).find((one) => one.key === key);
    return month ? monthBoard(tx, org, month, now) : boardNow(tx, org, now);
  });
  return model;
}
