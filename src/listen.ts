import { createServer, type Server } from 'node:http';
import type { App } from './app.ts';
import type { Config } from './config/config.ts';
import { operationsHandler } from './operations.ts';
import type { Platform } from './platforms/platform.ts';

/** Listens on the configured address: health and metrics, and with `web` the paths of every platform. Rejects when the port is taken. */
export async function listen(app: App, platforms: readonly Platform[], web: boolean): Promise<Server> {
  const operations = operationsHandler(app);
  const routes = platforms
    .flatMap((platform) => (platform.paths ?? []).map((path) => ({ path, platform })))
    .sort((a, b) => b.path.length - a.path.length);
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (operations(path, response)) return;
    const route = web ? routes.find((one) => path.startsWith(one.path)) : undefined;
    if (!route?.platform.handle) {
      response.writeHead(404).end();
      return;
    }
    void (async () => route.platform.handle?.(request, response))().catch((error: unknown) => {
      app.log.error({ err: error, path }, 'request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.requestTimeout = 30_000;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`端口 ${app.config.port} 已被占用：用 PORT=其他端口 再启动，或先停掉占用它的程序`)
          : error,
      ),
    );
    server.listen(app.config.port, app.config.host, () => resolve(server));
  });
}

/** The address people open: the public one, or the real one where the system chose the port. */
export function addressOf(server: Server, config: Config): string {
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : config.port;
  return config.port === 0 ? `http://${config.host}:${port}` : config.publicUrl;
}
