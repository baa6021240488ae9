import { Hono } from 'hono';
import {
  leaderboard,
  leaderboards,
  projectNumbered,
  projectsAfter,
  taskNumbered,
  tasksAfter,
} from '../../services/read-api.service.ts';
import { orgOfApiToken } from '../../services/session.service.ts';
import { inOrg, type OrgTx } from '../../services/transaction.ts';
import type { Bindings } from './guard.ts';
import { openApi } from './openapi.ts';
import { refuse } from './read-body.ts';
import type { Deps, WebContext } from './viewer.ts';

const MAX_ROWS = 500;

/** GET /api/v1/…: figures for dashboards, with a token of one org. What is another org's is "no such". */
export function readApi(deps: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  const answer = answerer(deps);
  app.get('/openapi.json', (context) => context.json(openApi(deps.host.publicUrl)));
  app.get('/leaderboards', (context) =>
    answer(context, async (tx) => ({ leaderboards: await leaderboards(tx, sliceOf(context).limit) })),
  );
  app.get('/projects', (context) =>
    answer(context, async (tx) => ({
      projects: await projectsAfter(tx, sliceOf(context), context.req.query('stage')),
    })),
  );
  app.get('/tasks', (context) =>
    answer(context, async (tx) => ({ tasks: await tasksAfter(tx, sliceOf(context), context.req.query('state')) })),
  );
  app.get('/leaderboards/:id', (context) => answer(context, one(context, '', leaderboard)));
  app.get('/projects/:id', (context) => answer(context, one(context, 'X', projectNumbered)));
  app.get('/tasks/:id', (context) => answer(context, one(context, 'R', taskNumbered)));
  return app;
}

/** Opens the token's org, asks, and answers; null is 404. */
const answerer =
  ({ host }: Deps) =>
  async (context: WebContext, ask: (tx: OrgTx) => Promise<object | null>): Promise<Response> => {
    const token = /^Bearer (\S{1,200})$/.exec(context.req.header('authorization') ?? '')?.[1];
    const orgId = token ? await orgOfApiToken(host.db, token) : null;
    if (orgId === null) return refuse(context, 401, '需要本地区的接口令牌（Authorization: Bearer …）。').refusal;
    const found = await inOrg(host.db, orgId, ask);
    return found ? context.json(found) : refuse(context, 404, '没有这条记录。').refusal;
  };

const one =
  <Found extends object>(context: WebContext, letter: string, find: (tx: OrgTx, id: number) => Promise<Found | null>) =>
  async (tx: OrgTx): Promise<Found | null> => {
    const text = context.req.param('id')?.toUpperCase() ?? '';
    const digits = letter && text.startsWith(letter) ? text.slice(1) : text;
    return /^\d{1,9}$/.test(digits) ? find(tx, Number(digits)) : null;
  };

function sliceOf(context: WebContext): { after: number; limit: number } {
  const number = (name: string, fallback: number) => {
    const text = context.req.query(name) ?? '';
    return /^\d{1,9}$/.test(text) ? Number(text) : fallback;
  };
  return { after: number('after', 0), limit: Math.max(1, Math.min(MAX_ROWS, number('limit', 100))) };
}
