import { entriesAlike, entriesElsewhere, insertEntry, markReversed, projectTotals } from '../db/entry.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { checkEntryDay, ENTRY_KINDS, type Entry, type EntryKind, entryNumber } from '../domain/ledger/entry.ts';
import { type Decimal, exact, negate } from '../domain/money/decimal.ts';
import { may } from '../domain/org/access.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project } from '../domain/project/project.ts';
import { hasReached } from '../domain/project/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import { bookedToday } from './booking.ts';
import type { OrgTx } from './transaction.ts';
import { loadEntry, projectOf } from './verification.service.ts';

/** An entry as somebody reports it. */
export interface ReportedEntry {
  readonly kind: EntryKind;
  readonly amount: Decimal;
  readonly occurredOn: CalendarDate;
  readonly voucher: string | null;
  readonly note: string | null;
  /** The person has seen a likely double and wants it all the same. */
  readonly despiteAlike: boolean;
}

/** What came of reporting an entry: filed, or a likely double shown first. */
export type EntryReported =
  | {
      readonly outcome: 'filed';
      readonly entry: Entry;
      readonly total: Decimal;
      readonly waiting: Decimal;
      /** The same amount and day on other projects, to be looked at. */
      readonly elsewhere: readonly Entry[];
    }
  | { readonly outcome: 'alike'; readonly alike: readonly Entry[] };

const NEEDS_CONTRACT: readonly EntryKind[] = ['funds', 'fixed-assets', 'foreign-capital'];

/** Sums that many projects have on one day by chance: multiples of 50. */
const isRound = (amount: Decimal): boolean => exact(amount).mod(50).equals(0);

/**
 * Files a ledger entry as 填报. Refusals: "date.future", "entry.stage" (money before the contract), "entry.voucher-used" (the
 * same voucher on another project). The same voucher, or amount and day, on the same project is shown first.
 */
export async function reportEntry(
  tx: OrgTx,
  acting: Acting,
  project: Project,
  reported: ReportedEntry,
): Promise<EntryReported> {
  const { actor, now, today } = acting;
  checkEntryDay(reported.occurredOn, today);
  if (
    NEEDS_CONTRACT.includes(reported.kind) &&
    !hasReached(project.stage, '签约') &&
    !may(actor, 'verify', project.unitId)
  ) {
    throw new Refusal('entry.stage', { stage: project.stage, ledger: ENTRY_KINDS[reported.kind].name });
  }
  const draft = { ...reported, projectId: project.id };
  const alike = await entriesAlike(tx, draft);
  const foreign = alike.find((entry) => entry.projectId !== project.id);
  if (foreign)
    throw new Refusal('entry.voucher-used', {
      voucher: reported.voucher,
      entry: entryNumber(foreign),
      project: `X${foreign.projectId}`,
    });
  if (alike.length > 0 && !reported.despiteAlike) return { outcome: 'alike', alike };
  const elsewhere = await entriesElsewhere(tx, draft);
  if (elsewhere.length > 0 && !reported.despiteAlike && !isRound(reported.amount))
    return { outcome: 'alike', alike: elsewhere };
  const entry = await insertEntry(tx, {
    ...draft,
    unitId: project.unitId,
    reportedBy: actor.personId,
    reportedAt: now,
  });
  const totals = (await projectTotals(tx, project.id)).find((total) => total.kind === reported.kind);
  return {
    outcome: 'filed',
    entry,
    elsewhere,
    total: totals?.verified ?? ('0' as Decimal),
    waiting: totals?.reported ?? ('0' as Decimal),
  };
}

/**
 * Reverses an entry by a second, negative one, booked like any other. A member reverses what is not verified yet, staff
 * anything. Reversing twice answers with what is. Refusals: "entry.not-found", "access.not-yours", "reverse.verified".
 */
export async function reverseEntry(
  tx: OrgTx,
  acting: Acting,
  entryId: number,
  reason: string,
): Promise<{ readonly entry: Entry; readonly reversal: Entry | null; readonly project: Project }> {
  const { actor, now } = acting;
  const entry = await loadEntry(tx, entryId);
  const project = await projectOf(tx, entry);
  requireReach(actor, 'report', project.unitId);
  if (entry.reversesId !== null) throw new Refusal('reverse.reversal', { entry: entryNumber(entry) });
  if (entry.state === 'reversed' || entry.state === 'returned') return { entry, reversal: null, project };
  if (entry.state === 'verified' && !may(actor, 'verify', project.unitId))
    throw new Refusal('reverse.verified', { entry: entryNumber(entry) });
  const reversed = await markReversed(tx, entryId);
  if (!reversed) return { entry: await loadEntry(tx, entryId), reversal: null, project };
  const counted = entry.bookedOn === null ? {} : await bookedToday(tx, acting, entry.occurredOn);
  const reversal = await insertEntry(tx, {
    projectId: entry.projectId,
    kind: entry.kind,
    amount: negate(entry.amount),
    occurredOn: entry.occurredOn,
    voucher: null,
    note: reason,
    unitId: entry.unitId,
    state: 'verified',
    reversesId: entry.id,
    reportedBy: actor.personId,
    reportedAt: now,
    verifiedBy: actor.personId,
    verifiedAt: now,
    ...counted,
  });
  return { entry: reversed, reversal, project };
}
