import { insertClosing } from '../../db/entry.repository.ts';
import { addWorkspace } from '../../db/org.repository.ts';
import { addMonths, dateAt, instantAt, partsOf, startOfMonth } from '../../domain/calendar/date.ts';
import { lastWorkdayOfMonth, workCalendar } from '../../domain/calendar/workday.ts';
import { insertOrg } from '../org.service.ts';
import { type Db, inOrg } from '../transaction.ts';
import { fillHistory } from './history.ts';
import { HOME } from './projects.ts';
import { randomOf } from './random.ts';
import { fillRoster, MAIN_CHAT, type Place } from './roster.ts';
import { CHAINS } from './words.ts';

const SEED = 20260601;
const CLOSED_MONTHS = 6;

/**
 * Makes the sample org: an invented county with 18 units in two groups, more than sixty people, chains, targets and four
 * months of history up to `now`, the same for the same day. Its chats are on the built-in chat unless another place is
 * named. Gives its number.
 */
export async function createSampleOrg(
  db: Db,
  now: Date,
  place: Place = { platform: 'web', workspace: 'web' },
): Promise<number> {
  const chains = CHAINS.map((chain) => ({ ...chain, keywords: [...chain.keywords] }));
  const orgId = await insertOrg(db, {
    name: '云岭县（示例）',
    sample: true,
    settings: { chains, mainChat: MAIN_CHAT, home: HOME, targetCities: ['北京', '上海', '深圳', '杭州', '苏州'] },
  });
  await addWorkspace(db, place.platform, place.workspace, orgId);
  await inOrg(db, orgId, async (tx) => {
    const timeZone = 'Asia/Shanghai';
    const today = dateAt(now, timeZone);
    const random = randomOf(SEED);
    const roster = await fillRoster(tx, random, partsOf(today).year, place);
    await fillHistory({ tx, random, roster, today, timeZone });
    for (let back = 1; back <= CLOSED_MONTHS; back += 1) {
      const month = addMonths(startOfMonth(today), -back);
      const day = lastWorkdayOfMonth(workCalendar(), month);
      if (day) await insertClosing(tx, month.slice(0, 7), instantAt(day, '17:00', timeZone), now);
    }
  });
  return orgId;
}
