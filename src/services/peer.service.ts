import { unitFacts } from '../db/facts.repository.ts';
import { latestPeerPeriod, peerFigures, putPeerFigure } from '../db/peer.repository.ts';
import { addMonths, type CalendarDate } from '../domain/calendar/date.ts';
import { type Period, parsePeriod } from '../domain/calendar/period.ts';
import type { Decimal } from '../domain/money/decimal.ts';
import { mayEver } from '../domain/org/access.ts';
import { Refusal } from '../domain/refusal.ts';
import { totalFacts, type UnitFacts } from '../domain/report/facts.ts';
import type { PeersPart } from '../domain/report/model.ts';
import { meanSizeRatio, type PeerFigure, peerStandings } from '../domain/report/peers.ts';
import type { TargetMetric } from '../domain/target/target.ts';
import type { Bulletin } from '../reading/bulletin.ts';
import type { Acting } from './acting.ts';
import { periodLabel, placeName } from './place.ts';
import type { OrgTx } from './transaction.ts';

/** The org as its name goes. */
interface Named {
  readonly name: string;
}

/** 对标: keeps a bulletin of the level above, over what was known of it. Refusal "access.denied". */
export async function keepBulletin(
  tx: OrgTx,
  { actor, now }: Pick<Acting, 'actor' | 'now'>,
  org: Named,
  { period, parts }: Bulletin,
  source: string | null,
): Promise<number> {
  if (!mayEver(actor, 'set-up')) throw new Refusal('access.denied', { command: '对标' });
  let count = 0;
  for (const { metric, rows } of parts) {
    for (const { place, value } of rows) {
      const figure = { place, ours: isOurs(place, org), metric, value };
      await putPeerFigure(tx, period.key, figure, { by: actor.personId, at: now, source });
      count += 1;
    }
  }
  return count;
}

/** "信都区" is ours for 信都区 and for 邢台市信都区; 邢台市 is not. */
const isOurs = (place: string, { name }: Named): boolean =>
  (placeName(name).split(/\s/u)[0] ?? '').endsWith(place) && place.length > 1;

/** The comparison of a period ("2026-1..5"); what the bulletin lacks of ours is taken from our own records as of `now`. */
export async function peersOf(tx: OrgTx, org: Named, period: Period, now: Date): Promise<PeersPart> {
  const { figures, source } = await peerFigures(tx, period.key);
  const metrics = [...new Set(figures.map(({ metric }) => metric))];
  const missing = metrics.filter((metric) => !figures.some((figure) => figure.ours && figure.metric === metric));
  const own = missing.length > 0 ? await ownFigures(tx, org, period, now, missing) : [];
  const all = [...figures, ...own];
  return { periodLabel: periodLabel(period), source, standings: peerStandings(all), meanSize: meanSizeRatio(all) };
}

const OWN: Readonly<Partial<Record<TargetMetric, keyof UnitFacts>>> = {
  funds: 'funds',
  'signed-amount': 'signedAmount',
  'signed-count': 'signedCount',
  'started-count': 'startedCount',
  'producing-count': 'producingCount',
  'fixed-assets': 'fixedAssets',
  'foreign-capital': 'fdi',
};

async function ownFigures(
  tx: OrgTx,
  org: Named,
  { from, to }: Period,
  cutOff: Date,
  metrics: readonly TargetMetric[],
): Promise<readonly PeerFigure[]> {
  const total = totalFacts((await unitFacts(tx, { from, to, cutOff })).values());
  return metrics.flatMap((metric) => {
    const field = OWN[metric];
    return field ? [{ place: placeName(org.name), ours: true, metric, value: total[field] as Decimal }] : [];
  });
}

/** The latest comparison a post may carry: of the last three months up to a day. Null: none is known. */
export async function latestPeers(tx: OrgTx, org: Named, upTo: CalendarDate, asOf: Date): Promise<PeersPart | null> {
  const key = await latestPeerPeriod(tx, upTo.slice(0, 7), asOf);
  const period = key && parsePeriod(key);
  if (!period || period.to < addMonths(upTo, -3)) return null;
  const part = await peersOf(tx, org, period, asOf);
  return part.standings.length > 0 ? part : null;
}
