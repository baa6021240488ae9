import { dateAt } from '../domain/calendar/date.ts';
import { workCalendar } from '../domain/calendar/workday.ts';
import { withoutPhones } from '../reading/phone.ts';
import type { Proposal } from '../reading/proposal.ts';
import { type Proposer, wantsProposal } from '../services/proposal.service.ts';
import type { Incoming } from './incoming.ts';

/**
 * What a model says of a line that may be a lead; null where none is set up, or the rules have read everything. It is asked
 * before the transaction, so that waiting for it holds no lock. Never throws.
 */
export async function proposalFor(
  { proposer, clock }: { readonly proposer?: Proposer | undefined; readonly clock: () => Date },
  { text, quote, press }: Incoming,
): Promise<Proposal | null> {
  if (!proposer || press !== undefined) return null;
  const said = [quote, text].filter(Boolean).join('\n');
  const today = dateAt(clock(), 'Asia/Shanghai');
  return wantsProposal(said, { today, calendar: workCalendar() })
    ? proposer.propose(withoutPhones(said)).catch(() => null)
    : null;
}
