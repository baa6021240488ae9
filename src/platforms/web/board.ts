import { Hono } from 'hono';
import { leaderboardFiles } from '../../services/read-api.service.ts';
import { inOrg } from '../../services/transaction.ts';
import { loadAsset } from './assets.ts';
import type { Bindings } from './guard.ts';
import { refuse } from './read-body.ts';
import { type Deps, viewerOf } from './viewer.ts';

/** A year of months. */
const BOARDS = 12;

/** GET /board: the published leaderboards as a page to look at; GET /board/list: what stands on it. */
export function boardRoutes(deps: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.get('/', async (context) => {
    const viewer = await viewerOf(deps, context);
    const page = await loadAsset(viewer ? 'board.html' : 'sign-in-needed.html');
    return context.html(page?.text ?? '', viewer ? 200 : 401);
  });
  app.get('/list', async (context) => {
    const viewer = await viewerOf(deps, context);
    if (!viewer) return refuse(context, 401, '请先登录。').refusal;
    const boards = await inOrg(deps.host.db, viewer.room.orgId, (tx) => leaderboardFiles(tx, BOARDS));
    return context.json({ org: viewer.room.orgName, boards });
  });
  return app;
}
