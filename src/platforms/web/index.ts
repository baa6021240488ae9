import { getRequestListener } from '@hono/node-server';
import type { PlatformFactory } from '../platform.ts';
import { webApp } from './app.ts';
import { readWebConfig } from './config.ts';
import { sendToRoom } from './send.ts';
import { wakerOf } from './waker.ts';

/** The built-in chat: page, POST /api/chat, sign-in and the read API. */
const web: PlatformFactory = (environment, host) => {
  const deps = { host, config: readWebConfig(environment, host.publicUrl), waker: wakerOf() };
  const app = webApp(deps);
  return {
    name: 'web',
    paths: ['/'],
    handle: getRequestListener((request, bindings) => app.fetch(request, bindings), { overrideGlobalObjects: false }),
    start: async () => {},
    stop: () => deps.waker.close(),
    send: (message) => sendToRoom(deps, message),
    sendsOnce: () => true,
  };
};

export default web;
