import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { messagesAfter } from '../../services/room.service.ts';
import { inOrg } from '../../services/transaction.ts';
import { isForPerson } from './body.ts';
import { HEARTBEAT_MS, POLL_MS, ROOM_MS } from './limits.ts';
import { chatsOf, type ShownMessage, shown } from './page-state.ts';
import { type Deps, type Viewer, viewerOf, type WebContext } from './viewer.ts';

/** Rows may become visible in another order than their numbers: look back this far each time. */
const LOOK_BACK = 100;

/**
 * Server-sent events of everything new in the viewer's chats, each with its id, so that a page that lost the connection
 * goes on where it was (Last-Event-ID). The log is read each second: posts come from another process.
 */
export function streamEvents(deps: Deps, context: WebContext, viewer: Viewer, after: number): Response {
  context.header('cache-control', 'no-store');
  context.header('x-accel-buffering', 'no');
  return streamSSE(context, async (stream) => {
    const leave = deps.waker.join();
    try {
      await stream.writeSSE({ event: 'open', data: '', retry: 1_000 });
      await tell(deps, context, stream, viewer, after);
    } finally {
      leave();
    }
  });
}

async function tell(deps: Deps, context: WebContext, stream: SSEStreamingApi, viewer: Viewer, after: number) {
  const sent = new Set<number>();
  let seer: Viewer | null = viewer;
  let newest = after;
  for (let ticks = 1; seer && isOpen(deps, stream); ticks += 1) {
    for (const message of await newsOf(deps, seer, newest, sent)) {
      if (message.id > after) await stream.writeSSE({ id: String(message.id), data: JSON.stringify(message) });
      sent.add(message.id);
      newest = Math.max(newest, message.id);
    }
    for (const id of sent) if (id < newest - LOOK_BACK) sent.delete(id);
    if (ticks % (HEARTBEAT_MS / POLL_MS) === 0) await stream.writeSSE({ event: 'ping', data: '' });
    const woken = await deps.waker.next(POLL_MS);
    const look = woken || ticks % (ROOM_MS / POLL_MS) === 0;
    if (look && isOpen(deps, stream)) seer = await again(deps, context, viewer);
  }
}

const isOpen = ({ waker }: Deps, stream: SSEStreamingApi): boolean =>
  !stream.aborted && !stream.closed && !waker.closed;

/** The viewer as they are now; null when the session has ended or is another's. */
async function again(deps: Deps, context: WebContext, viewer: Viewer): Promise<Viewer | null> {
  const now = await viewerOf(deps, context, viewer.person.id, 'look');
  return now?.person.id === viewer.person.id && now.room.orgId === viewer.room.orgId ? now : null;
}

/** What is new in the viewer's chats and was not sent yet. */
function newsOf({ host }: Deps, viewer: Viewer, newest: number, sent: Set<number>): Promise<ShownMessage[]> {
  return inOrg(host.db, viewer.room.orgId, async (tx) => {
    const chats = chatsOf(viewer).filter((chat) => chat.id > 0);
    const ids = chats.map((chat) => chat.id);
    const found = await messagesAfter(tx, ids, Math.max(0, newest - LOOK_BACK), LOOK_BACK * 3);
    return found.flatMap((message) => {
      const chat = chats.find((one) => one.id === message.chatId);
      const news = chat && !sent.has(message.id) ? shown(message, chat) : null;
      return news && isForPerson(news.body, viewer.person.id) ? [news] : [];
    });
  });
}
