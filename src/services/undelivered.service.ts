import { listPeople } from '../db/roster.repository.ts';
import {
  closeUndelivered,
  listUndelivered,
  lockUndelivered,
  sendAgain,
  type Undelivered,
} from '../db/undelivered.repository.ts';
import { staffOf } from '../domain/work/recipients.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

export type { Undelivered };

const SHOWN_DAYS = 14;
const SHOWN = 10;

/** What did not reach its chat for certain, or of which nobody knows: of the last 14 days, newest first, at most 10. */
export const undelivered = (tx: OrgTx, now: Date): Promise<readonly Undelivered[]> =>
  listUndelivered(tx, new Date(now.getTime() - SHOWN_DAYS * 86_400_000), SHOWN);

/**
 * What staff decide about one: `seen` it is there after all, `again` it is sent again and says so, `leave` it. Null when it
 * has been decided before.
 */
export async function decideUndelivered(
  tx: OrgTx,
  id: string,
  decision: 'seen' | 'again' | 'leave',
): Promise<Undelivered | null> {
  const found = await lockUndelivered(tx, id);
  if (!found) return null;
  if (decision === 'again') await sendAgain(tx, id);
  else await closeUndelivered(tx, id, decision === 'seen' ? 'sent' : 'dropped');
  return found;
}

const KEY = 'undelivered:';
/** What is not worth telling: a message that told of another one, and the line after an outage. */
const UNTOLD = /:(?:undelivered|outage|rests):/;

/**
 * Tells staff of a message that needs them, once each; `draw` makes the words. A message that itself told of one is left,
 * so that a broken chat of staff does not answer itself for ever.
 */
export async function tellUndelivered(
  tx: OrgTx,
  id: string,
  draw: (message: Undelivered) => object,
  now: Date,
): Promise<void> {
  const message = await lockUndelivered(tx, id);
  if (!message || UNTOLD.test(message.dedupeKey)) return;
  const staff = staffOf(await listPeople(tx)).map((person) => person.id);
  await notifyPeople(tx, staff, { class: 'notice', dedupeKey: `${KEY}${id}`, reply: draw(message), now });
}
