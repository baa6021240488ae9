import type { ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { App } from './app.ts';
import { outboxCounts } from './db/delivery.repository.ts';

/** /healthz, /readyz and /metrics, for operators. The handler says whether the path was one of them. */
export function operationsHandler(app: App): (path: string, response: ServerResponse) => boolean {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'xiaozhao_probes_total',
    help: 'health and metrics requests',
    registers: [registry],
  });
  new Gauge({
    name: 'xiaozhao_outbox_messages',
    help: 'messages in the outbox by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const [state, count] of Object.entries(await outboxCounts(app.database.db))) this.set({ state }, count);
    },
  });
  const answer = (response: ServerResponse, status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(`${JSON.stringify(body)}\n`);

  return (path, response) => {
    if (!['/healthz', '/readyz', '/metrics'].includes(path)) return false;
    requests.inc();
    if (path === '/healthz') answer(response, 200, { ok: true });
    else if (path === '/readyz') {
      void outboxCounts(app.database.db).then(
        (outbox) => answer(response, 200, { ok: true, database: 'ok', outbox }),
        () => answer(response, 503, { ok: false, database: 'unreachable' }),
      );
    } else {
      void registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
        () => answer(response, 503, { ok: false }),
      );
    }
    return true;
  };
}
