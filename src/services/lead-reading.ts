import { isCreditCode } from '../domain/project/credit-code.ts';
import { type LeadDraft, shortName } from '../domain/project/lead.ts';
import { Refusal } from '../domain/refusal.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { readDates } from '../reading/date.ts';
import { readLabelled } from '../reading/labelled.ts';
import { readMessage, type Understood } from '../reading/message.ts';
import { fillDraft } from './proposal.service.ts';
import type { ReadingContext } from './reading-context.ts';

/** Reads a text as a message of whatever kind. */
export const understand = (text: string, { today, calendar, vocabulary }: ReadingContext): Understood =>
  readMessage(text, { today, calendar, chains: vocabulary.chains });

/** A text as the draft of a lead: what was understood, then what a model proposed and the text bears out, null for the rest. */
export function draftOf(text: string, context: ReadingContext): LeadDraft {
  const draft = readDraft(text, context);
  return context.proposal ? fillDraft(draft, context.proposal, context) : draft;
}

function readDraft(text: string, context: ReadingContext): LeadDraft {
  const { today, calendar, vocabulary } = context;
  const { labelled, rest } = readLabelled(text, today, calendar);
  const { code, type: _, ...details } = labelled;
  const found = readMessage(rest, { today, calendar, chains: vocabulary.chains, asLead: true });
  const next = nextStep(text, context);
  const investor = found.company !== null && NOBODY.test(found.company) ? null : found.company;
  return {
    name: labelled.rename ?? (found.project === null ? null : nameOf(found.project, investor)),
    investor,
    chain: found.chain ?? vocabulary.chains.find(({ name }) => name === found.industry)?.name ?? null,
    industry: found.industry,
    investment: found.investment,
    investmentMax: found.investmentMax,
    approximate: found.approximate,
    foreignPlan: found.foreign,
    otherCurrency: found.otherCurrency,
    fixedAssetsPlan: found.fixedAssets,
    land: found.land,
    jobs: found.jobs,
    output: found.output,
    tax: found.tax,
    investorRegion: found.regionFrom,
    sourceMethod:
      DEFAULT_SETTINGS.sourceMethods.find((method) => method.endsWith('招商') && text.includes(method)) ??
      found.sourceMethod,
    referrer: found.referrer,
    contactName: found.contactName,
    contactMobile: found.contactPhone,
    creditCode: creditCodeIn(text, code),
    projectType: typeOf(text, found),
    stage: found.stage === null || found.stage === '线索' ? '线索' : '在谈',
    claimedStage: found.stage !== null && !['线索', '在谈'].includes(found.stage) ? found.stage : null,
    ...next,
    ...details,
    text,
  };
}

/** Words for somebody who is not named: no investor. */
const NOBODY = /^(?:有个|有一[个家位]|一[个家位]|某[个家位]?$|有家)/;

const BUILDS = /^(?:有意|投资|拟|计划|想|要|准备|打算)*(?:新建|建设|兴建|投建|建(?!材|筑|工|业))(?=.{3})/;
/** Ends like something that is built, so that it is a name as it stands. */
const IS_WORK =
  /(?:项目|工程|基地|工厂|中心|总部|综合体|生产线|线|[厂园城站场院店楼港谷馆区镇]|酒店|小镇|[一二三四五]期|扩建|技改|扩产)$/;

/** What the ledger calls a project: goods that stand alone (轴承套圈) with whose they are, works as they are named. */
function nameOf(project: string, investor: string | null): string {
  const name = project.replace(BUILDS, '');
  if (IS_WORK.test(name) || name.length > 12) return name;
  const whose = investor === null || name.includes(investor.slice(0, 3)) ? '' : shortName(investor);
  return `${whose}${name}项目`;
}

/** A code that its check character bears out; one that is called so and is none is refused ("lead.credit-code"). */
function creditCodeIn(text: string, labelled: string | undefined): string | null {
  if (labelled !== undefined && !isCreditCode(labelled.toUpperCase()))
    throw new Refusal('lead.credit-code', { given: labelled });
  return firstCode(text);
}

const firstCode = (text: string): string | null =>
  (text.toUpperCase().match(/(?<![0-9A-Z])[0-9A-HJ-NP-RTUWXY]{18}(?![0-9A-Z])/g) ?? []).find(isCreditCode) ?? null;

function typeOf(text: string, found: Understood): string {
  if (/增资|扩产|扩建|技改|二期/.test(text)) return '增资扩产';
  if (/返程投资/.test(text)) return '返程投资';
  if (/总部(?:回归|迁回|回迁)/.test(text)) return '总部回归';
  return found.foreign !== null || /外资|外商独资|中外合资/.test(text) ? '外资' : '内资';
}

function nextStep(text: string, { today, calendar }: ReadingContext): Pick<LeadDraft, 'nextStep' | 'nextStepOn'> {
  const match = /(?:下一步|下步|接下来|计划于?|约定|约好)[：:，,]?([^。；;\n]{2,60})/.exec(text);
  if (!match?.[1]) return { nextStep: null, nextStepOn: null };
  const [day] = readDates(match[1], today, calendar, { prefer: 'future' });
  return { nextStep: match[1].trim(), nextStepOn: day && !('impossible' in day) ? day.to : null };
}
