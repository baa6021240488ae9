import { closingOf } from '../db/entry.repository.ts';
import { hasHistory, lateFacts, unitFacts } from '../db/facts.repository.ts';
import { findFirstEdition } from '../db/report.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import type { Period } from '../domain/calendar/period.ts';
import { type BoardDays, boardDays } from '../domain/report/board-days.ts';
import { joinFacts } from '../domain/report/facts.ts';
import { yearEarlier } from '../domain/report/figure-name.ts';
import { keptLeaderboard } from '../domain/report/kept-inputs.ts';
import type { FactsByUnit, LeaderboardInputs } from '../domain/report/leaderboard-inputs.ts';
import { type PreparedScheme, readMore } from './figures.service.ts';
import type { Reporting } from './place.ts';
import type { OrgTx } from './transaction.ts';

/** What a leaderboard reads of the records. */
export type BoardFigures = Pick<
  LeaderboardInputs,
  'cumulative' | 'before' | 'month' | 'late' | 'lastYear' | 'lastYearThen' | 'more'
>;

/** The figures of a leaderboard, of the days of the org's books, as known at the cut-off: the same whenever they are read. */
export async function boardFigures(
  tx: OrgTx,
  org: Reporting,
  period: Period,
  cutOff: Date,
  prepared: PreparedScheme,
): Promise<BoardFigures> {
  const days = boardDays(booksOf(org.settings), period);
  const { cumulative, before, month, periodFrom } = days;
  const known = before && (await unitFacts(tx, { from: before.from, to: before.to, cutOff }));
  const ofMonth = await unitFacts(tx, { ...month, cutOff });
  const alone = month.from === periodFrom;
  return {
    before: known,
    month: ofMonth,
    late: await lateFacts(tx, { ...month, cutOff }),
    // The year to a month's end is the year before it and the month: nothing is read twice.
    cumulative: alone ? joinFacts(known ?? new Map(), ofMonth) : await unitFacts(tx, { ...cumulative, cutOff }),
    lastYear: await lastYearNow(tx, days, cutOff),
    lastYearThen: await lastYearThen(tx, days, cutOff),
    ...(prepared.facts.length > 0 ? { more: await moreOf(tx, org, days, cutOff, prepared) } : {}),
  };
}

async function moreOf(
  tx: OrgTx,
  org: Reporting,
  { cumulative, before, periodFrom }: BoardDays,
  cutOff: Date,
  prepared: PreparedScheme,
): Promise<NonNullable<LeaderboardInputs['more']>> {
  return {
    cumulative: await readMore(tx, org, prepared, { cumulative: { ...cumulative, cutOff }, periodFrom }),
    before:
      before &&
      (await readMore(tx, org, prepared, {
        cumulative: { from: before.from, to: before.to, cutOff },
        periodFrom: before.periodFrom,
      })),
  };
}

/** Last year as it is known at the cut-off, 补报 and corrections where they belong; null when nothing is known of it. */
async function lastYearNow(
  tx: OrgTx,
  { lastYear: { from, to } }: BoardDays,
  cutOff: Date,
): Promise<FactsByUnit | null> {
  return (await hasHistory(tx, to, cutOff)) ? unitFacts(tx, { from, to, cutOff, hindsight: true }) : null;
}

/**
 * Last year as it was known then: what its first edition published; without one, what was verified by its closing, or a
 * year before the cut-off. Null when nothing was known then.
 */
async function lastYearThen(
  tx: OrgTx,
  { lastYear: { from, to, month } }: BoardDays,
  cutOff: Date,
): Promise<FactsByUnit | null> {
  const published = await findFirstEdition(tx, 'monthly', month, cutOff);
  if (published) return keptLeaderboard(published.inputs).cumulative;
  const closed = await closingOf(tx, month);
  const then = closed && closed <= cutOff ? closed : yearEarlier(cutOff);
  return (await hasHistory(tx, to, then)) ? unitFacts(tx, { from, to, cutOff: then }) : null;
}
