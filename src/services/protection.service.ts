import { listPeople } from '../db/roster.repository.ts';
import type { Project } from '../domain/project/project.ts';
import { mayDisturb } from '../domain/work/ladder.ts';
import { momentAt } from '../domain/work/light.ts';
import { unitRecipients } from '../domain/work/recipients.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import { releaseExpired } from './ownership.service.ts';
import type { OrgTx } from './transaction.ts';

/**
 * Returns leads whose protection has ended to the pool and tells each unit once, in working time: a lead whose last day
 * falls on a day off stays with its unit until the next working morning.
 */
export async function expireProtection(
  tx: OrgTx,
  { now, today, calendar, org }: Pick<Acting, 'now' | 'today' | 'calendar' | 'org'>,
  card: Draw<readonly Project[]>,
): Promise<void> {
  if (!mayDisturb(momentAt(now, org.timeZone), calendar, org.settings, false)) return;
  const released = await releaseExpired(tx, today, now, org.settings);
  if (released.length === 0) return;
  const people = await listPeople(tx);
  for (const unitId of new Set(released.map((project) => project.unitId))) {
    if (unitId === null) continue;
    const theirs = released.filter((project) => project.unitId === unitId);
    const dedupeKey = `released:${theirs
      .map(({ id }) => id)
      .join(',')
      .slice(0, 150)}:${today}`;
    await notifyPeople(tx, unitRecipients(unitId, people), { class: 'notice', dedupeKey, reply: card(theirs), now });
  }
}
