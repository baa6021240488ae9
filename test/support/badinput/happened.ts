import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Reply, SealedReply } from '../../../src/rendering/reply.ts';
import { type Difference, differences, lookAtRows } from './rows.ts';
import type { World } from './world.ts';

/** One thing that was sent, and what came of it. */
export interface Sent {
  readonly replies: readonly SealedReply[];
  readonly ms: number;
  /** Of an HTTP request: the status, or "closed". */
  readonly status?: number | 'closed';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A line of the audit. */
export interface Audited {
  readonly org_id: number;
  readonly command: string;
  readonly outcome: 'done' | 'refused' | 'denied' | 'fault';
  readonly detail: string | null;
  readonly changes: readonly unknown[];
  readonly reply: string | null;
}

/** Everything that can be looked at after a case was acted out. */
export interface Happened {
  readonly sent: readonly Sent[];
  /** Answers that were put out for a platform, as the renderer gets them. */
  readonly answers: readonly Reply[];
  /** What the platforms' emulators got. */
  readonly delivered: readonly string[];
  readonly audits: readonly Audited[];
  readonly changed: readonly Difference[];
  readonly outbound: readonly string[];
  readonly logged: string;
  readonly ms: number;
  readonly lagMs: number;
  readonly rssMb: number;
}

/** Acts a case out and gathers what came of it. */
export async function watch(
  world: World,
  act: () => Promise<{ readonly sent: readonly Sent[]; readonly delivered?: readonly string[] }>,
): Promise<Happened> {
  const rows = await lookAtRows(world.owner);
  const mark = await marks(world);
  const lines = world.logged.length;
  const outbound = new Set<string>();
  const hear = (message: unknown) => {
    const { request } = message as { request: { origin?: string; path?: string } };
    outbound.add(`${String(request.origin ?? '')}${String(request.path ?? '')}`);
  };
  subscribe('undici:request:create', hear);
  const memory = memoryPeak();
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const start = performance.now();
  const { sent, delivered = [] } = await act();
  const ms = performance.now() - start;
  lag.disable();
  unsubscribe('undici:request:create', hear);
  return {
    sent,
    delivered,
    ms,
    lagMs: lag.max / 1e6,
    rssMb: memory(),
    outbound: [...outbound],
    logged: world.logged.slice(lines).join(''),
    changed: differences(rows, await lookAtRows(world.owner)),
    ...(await since(world, mark)),
  };
}

/** Highest growth of the process in MB from now until it is asked. */
function memoryPeak(): () => number {
  const base = process.memoryUsage.rss();
  let peak = base;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 2);
  return () => {
    clearInterval(timer);
    return (Math.max(peak, process.memoryUsage.rss()) - base) / 1e6;
  };
}

interface Mark {
  readonly audit: string;
  readonly outbox: readonly string[];
}

async function marks({ owner }: World): Promise<Mark> {
  const audit = await owner.query<{ id: string }>('select coalesce(max(id), 0)::text as id from audit');
  const outbox = await owner.query<{ id: string }>('select id::text from outbox');
  return { audit: audit.rows[0]?.id ?? '0', outbox: outbox.rows.map(({ id }) => id) };
}

async function since({ owner }: World, mark: Mark): Promise<Pick<Happened, 'audits' | 'answers'>> {
  const audits = await owner.query<Audited>('select * from audit where id > $1 order by id', [mark.audit]);
  const answers = await owner.query<{ body: Reply }>(
    "select body from outbox where class = 'reply' and not (id::text = any($1)) order by created_at, id",
    [mark.outbox],
  );
  return { audits: audits.rows, answers: answers.rows.map(({ body }) => body) };
}
