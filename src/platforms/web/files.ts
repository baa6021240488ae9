import { Hono } from 'hono';
import { readFile } from '../../services/file.service.ts';
import { inOrg } from '../../services/transaction.ts';
import type { Bindings } from './guard.ts';
import { refuse } from './read-body.ts';
import { type Deps, viewerOf } from './viewer.ts';

/** Pictures that a browser may show in place; everything else is saved. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/webp']);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** GET /files/ID: pictures and documents of replies, for the viewer's own org. */
export function fileRoutes(deps: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.get('/:id', async (context) => {
    const id = context.req.param('id');
    const viewer = UUID.test(id) ? await viewerOf(deps, context) : null;
    const file = viewer ? await inOrg(deps.host.db, viewer.room.orgId, (tx) => readFile(tx, id)) : null;
    if (!file) return refuse(context, 404, '没有这个文件。').refusal;
    const how = SHOWN.has(file.mime) ? 'inline' : 'attachment';
    return context.body(new Uint8Array(file.bytes), 200, {
      'content-type': SHOWN.has(file.mime) ? file.mime : 'application/octet-stream',
      'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, max-age=86400, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
  return app;
}
