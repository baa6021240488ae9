import { getRequestListener } from '@hono/node-server';
import type { PlatformFactory } from '../platform.ts';
import { webApp } from './app.ts';
import { readWebConfig } from './config.ts';
import { sendToRoom } from './send.ts';

/** The built-in chat: page, POST /api/chat, sign-in and the read API. */
const web: PlatformFactory = (environment, host) => {
  const app = webApp({ host, config: readWebConfig(environment, host.publicUrl) });
  return {
    name: 'web',
    paths: ['/'],
    handle: getRequestListener((request, bindings) => app.fetch(request, bindings), { overrideGlobalObjects: false }),
    start: async () => {},
    stop: async () => {},
    send: (message) => sendToRoom(host, message),
  };
};

export default web;
