import type { LeadDraft } from '../domain/project/lead.ts';
import { readMessage } from '../reading/message.ts';
import { checkProposal, type Proposal } from '../reading/proposal.ts';
import type { ReadingContext } from './reading-context.ts';

/** Something that may say what the rules did not find. Never throws and never waits long; null when it has nothing to say. */
export interface Proposer {
  propose(text: string): Promise<Proposal | null>;
}

const LEAD_WORDS = /^\s*[@＠]?(?:小招[\s,，:：]*)?(?:录入|报线索|登记|报送|填报|新增项目|录为线索|新增线索|lr\s)/i;
const ASKED = ['company', 'project', 'industry', 'contactName', 'regionFrom', 'investment'] as const;

/** Whether a line may become a lead and the rules have left something empty: only then is a model asked, so nothing else leaves. */
export function wantsProposal(text: string, context: Pick<ReadingContext, 'today' | 'calendar'>): boolean {
  if (text.length < 8 || text.length > 2_000) return false;
  const found = readMessage(text, { ...context, asLead: LEAD_WORDS.test(text) });
  return found.kind === 'lead' && ASKED.some((field) => found[field] === null);
}

/** A draft with its empty fields filled by what the text bears out of a proposal; `proposed` names them. */
export function fillDraft(draft: LeadDraft, proposal: Proposal, context: ReadingContext): LeadDraft {
  const sums = [
    draft.investment,
    draft.investmentMax,
    draft.foreignPlan,
    draft.output,
    draft.tax,
    draft.fixedAssetsPlan,
  ];
  const said = checkProposal(proposal, draft.text, { ...context, placed: { sums } });
  const offered = {
    name: said.project,
    investor: said.company,
    industry: said.industry,
    investment: said.investment,
    foreignPlan: said.foreign,
    output: said.output,
    tax: said.tax,
    land: said.land,
    jobs: said.jobs,
    investorRegion: said.regionFrom,
    sourceMethod: said.sourceMethod,
    referrer: said.referrer,
    contactName: said.contactName,
    contactMobile: said.contactPhone,
  } as const;
  const taken = Object.entries(offered).filter(
    ([field, value]) => value !== null && draft[field as keyof typeof offered] === null,
  );
  if (taken.length === 0) return draft;
  return { ...draft, ...Object.fromEntries(taken), proposed: taken.map(([field]) => field as keyof typeof offered) };
}
