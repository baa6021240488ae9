import { Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { isLinkOpen, signIn, signOut } from '../../services/session.service.ts';
import { doorPage } from './door.ts';
import type { Bindings } from './guard.ts';
import { cookieName, type Deps, sessionToken } from './viewer.ts';

/** GET /sign-in/TOKEN shows a button (robots that preview links do GET); POST uses the link up and starts the session. */
export function signInRoutes({ host, config }: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.get('/:token', async (context) => {
    const open = await isLinkOpen(host.db, context.req.param('token'), host.now());
    return context.html(doorPage(open ? 'open' : 'closed'), open ? 200 : 410);
  });
  app.post('/:token', async (context) => {
    const session = await signIn(host.db, context.req.param('token'), host.now());
    if (!session) return context.html(doorPage('closed'), 410);
    setCookie(context, cookieName(config), session, {
      ...{ path: '/', httpOnly: true, secure: config.secure, sameSite: 'Lax' as const },
    });
    return context.redirect('/', 303);
  });
  return app;
}

/** POST /sign-out ends the session. */
export function signOutRoutes({ host, config }: Deps): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.post('/', async (context) => {
    const token = sessionToken(context, config);
    if (token) await signOut(host.db, token, host.now());
    deleteCookie(context, cookieName(config), { path: '/', secure: config.secure });
    return context.redirect('/', 303);
  });
  return app;
}
