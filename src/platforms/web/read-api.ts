import { Hono } from 'hono';
import { inOrg } from '../../services/transaction.ts';
import { orgOfBearer } from './bearer.ts';
import type { Bindings } from './guard.ts';
import { openApi } from './openapi.ts';
import { refuse } from './read-body.ts';
import { type Asked, READS } from './reads.ts';
import type { Deps } from './viewer.ts';

/** GET /api/v1/…: figures for dashboards, with a token of one org. What is another org's is "no such". */
export function readApi({ host }: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.get('/openapi.json', (context) => context.json(openApi(host.publicUrl)));
  for (const read of READS)
    app.get(read.path, async (context) => {
      const orgId = await orgOfBearer(host, context);
      if (orgId instanceof Response) return orgId;
      const asked: Asked = { ...context.req.query(), ...context.req.param() };
      const found = await inOrg(host.db, orgId, (tx) => read.run(tx, asked));
      return found ? context.json(found) : refuse(context, 404, '没有这条记录。').refusal;
    });
  return app;
}
