import { type ActiveChat, activeChats, sayAlive } from '../db/outage.repository.ts';
import { insertMessage } from '../db/outbox.repository.ts';
import { uuidv7 } from '../db/uuid.ts';
import type { OrgTx } from './transaction.ts';

const MINUTE_MS = 60_000;
/** Longer than any platform goes on bringing a message that we did not take (Slack about six minutes). */
const LONG_MS = 10 * MINUTE_MS;
/** Chats where somebody spoke so shortly before are told. */
const ACTIVE_MS = 24 * 60 * MINUTE_MS;

/**
 * Says that we live; after a silence longer than ten minutes every chat that was active in the day before it is told once,
 * in the words of `draw`, from when to when nothing was heard. Gives how many were told.
 */
export async function noticeOutage(tx: OrgTx, now: Date, draw: (from: Date, to: Date) => object): Promise<number> {
  const before = await sayAlive(tx, now);
  if (!before || now.getTime() - before.getTime() < LONG_MS) return 0;
  const chats = await activeChats(tx, new Date(before.getTime() - ACTIVE_MS), before);
  const body = draw(before, now);
  for (const chat of chats) await tell(tx, chat, before, body, now);
  return chats.length;
}

const tell = (
  tx: OrgTx,
  { platform, workspace, externalId, kind }: ActiveChat,
  before: Date,
  body: object,
  now: Date,
) =>
  insertMessage(
    tx,
    {
      id: uuidv7(now),
      class: 'notice',
      dedupeKey: `outage:${before.toISOString()}:${platform}:${workspace}:${externalId}`,
      platform,
      workspace,
      chatExternalId: externalId,
      chatKind: kind,
      ...(kind === 'direct' ? { personExternalId: externalId } : {}),
      body,
    },
    now,
  );
