import type { IncomingMessage } from 'node:http';
import { createMiddleware } from 'hono/factory';
import { isLoopbackAddress, isLoopbackName, type WebConfig } from './config.ts';

/** What the Node server hands to hono beside the request. */
export interface Bindings {
  readonly incoming: IncomingMessage;
}

/** Headers that a reverse proxy adds: behind one, a loopback address says nothing about who asks. */
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether a request certainly comes from this very machine, for this very machine. */
export function isLocal(request: Request, incoming: IncomingMessage): boolean {
  return (
    isLoopbackAddress(incoming.socket.remoteAddress) &&
    isLoopbackName(request.headers.get('host') ?? '') &&
    FORWARDING.every((name) => !request.headers.has(name))
  );
}

/** Whether a request that changes something was made by a page of ours (or by a program, which sends no Origin). */
function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')?.toLowerCase();
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; " +
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'cache-control': 'no-store',
};

/** Refuses foreign hosts (DNS rebinding) and foreign pages (CSRF), and sets the security headers on every answer. */
export const guard = (config: WebConfig) =>
  createMiddleware<{ Bindings: Bindings }>(async (context, next) => {
    const host = context.req.header('host')?.toLowerCase() ?? '';
    const refusal = !(isLoopbackName(host) || config.hosts.includes(host))
      ? '不认识这个主机名：请管理员把 PUBLIC_URL 设为大家访问的地址。'
      : isChange(context.req.method) && !isSameOrigin(context.req.raw)
        ? '请求来自别的网页，已拒绝。'
        : null;
    if (refusal) context.res = context.json({ error: { message: refusal } }, 403);
    else await next();
    for (const [name, value] of Object.entries(HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    if (config.secure) context.res.headers.set('strict-transport-security', 'max-age=31536000');
  });

const isChange = (method: string): boolean => method !== 'GET' && method !== 'HEAD';
