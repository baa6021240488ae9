import { Hono } from 'hono';
import { assetRoutes, loadAsset } from './assets.ts';
import { boardRoutes } from './board.ts';
import { doorPage } from './door.ts';
import { fileRoutes } from './files.ts';
import { type Bindings, guard } from './guard.ts';
import { mcp } from './mcp.ts';
import { readApi } from './read-api.ts';
import { chatApi } from './receive-api.ts';
import { pageApi } from './receive-page.ts';
import { signInRoutes, signOutRoutes } from './sign-in.ts';
import { type Deps, viewerOf } from './viewer.ts';

/** All routes of the built-in chat, behind the guard. */
export function webApp(deps: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use(guard(deps.config));
  app.get('/', async (context) => {
    const viewer = await viewerOf(deps, context);
    if (!viewer) return context.html(doorPage('needed'), 401);
    return context.html((await loadAsset('chat.html'))?.text ?? '');
  });
  app.route('/board', boardRoutes(deps));
  app.route('/assets', assetRoutes());
  app.route('/chat', pageApi(deps));
  app.route('/files', fileRoutes(deps));
  app.route('/sign-in', signInRoutes(deps));
  app.route('/sign-out', signOutRoutes(deps));
  app.route('/api/chat', chatApi(deps));
  app.route('/api/v1', readApi(deps));
  app.route('/mcp', mcp(deps));
  app.notFound((context) => context.json({ error: { message: '没有这个地址。' } }, 404));
  app.onError((error, context) => {
    deps.host.log.error({ err: error, part: context.req.path.split('/')[1] ?? '' }, 'fault in the web page');
    return context.json({ error: { message: '系统出错了，内容没有保存，请稍后再试。' } }, 500);
  });
  return app;
}
