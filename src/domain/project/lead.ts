import type { CalendarDate } from '../calendar/date.ts';
import type { Amount, Area, ForeignAmount } from '../money/decimal.ts';

/** What a person said of a lead, before it is a record: JSON values only, so that it can wait as a draft. */
export interface LeadDraft {
  readonly name: string | null;
  readonly investor: string | null;
  readonly chain: string | null;
  readonly industry: string | null;
  readonly investment: Amount | null;
  readonly investmentMax: Amount | null;
  readonly approximate: boolean;
  readonly foreignPlan: ForeignAmount | null;
  readonly otherCurrency: { readonly amount: string; readonly currency: string } | null;
  readonly fixedAssetsPlan: Amount | null;
  readonly land: Area | null;
  readonly jobs: number | null;
  readonly output: Amount | null;
  readonly tax: Amount | null;
  readonly investorRegion: string | null;
  readonly sourceMethod: string | null;
  readonly referrer: string | null;
  readonly contactName: string | null;
  readonly contactMobile: string | null;
  readonly creditCode: string | null;
  readonly projectType: string;
  readonly stage: '线索' | '在谈';
  /** A stage the text claims that must be reported apart, with its evidence (签约 …). */
  readonly claimedStage: string | null;
  readonly nextStep: string | null;
  readonly nextStepOn: CalendarDate | null;
  /** What stands behind a label ("选址：…"); absent where the text has no such label. */
  readonly rename?: string;
  readonly site?: string | null;
  readonly leader?: string | null;
  readonly team?: string | null;
  readonly plan?: string | null;
  readonly serviceOfficer?: string | null;
  /** How likely the next stage is, in percent, and when which stage is expected. */
  readonly likelihood?: number | null;
  readonly expectedOn?: CalendarDate | null;
  readonly expectedStage?: string | null;
  /** Fields that a model proposed and the text bears out, for the person to look at. */
  readonly proposed?: readonly (keyof LeadDraft)[];
  /** What was typed. */
  readonly text: string;
}

/** Labels of a draft's fields, in the order of the card. */
export const LEAD_LABELS: Readonly<Partial<Record<keyof LeadDraft, string>>> = {
  name: '项目',
  investor: '投资方',
  investment: '总投资',
  foreignPlan: '外资',
  fixedAssetsPlan: '固投计划',
  chain: '产业链',
  industry: '行业',
  land: '用地',
  jobs: '就业',
  output: '年产值',
  tax: '年税收',
  contactName: '联系人',
  contactMobile: '联系电话',
  investorRegion: '来自',
  sourceMethod: '招商方式',
  referrer: '引荐人',
  creditCode: '信用代码',
  rename: '项目名称',
  site: '选址',
  leader: '包干领导',
  team: '服务团队',
  plan: '行动方案',
  serviceOfficer: '首席服务官',
  likelihood: '把握',
  expectedOn: '预计时间',
  expectedStage: '预计阶段',
  projectType: '类型',
};

/** Whether a text said anything of a lead at all. */
export const saysAnything = (draft: LeadDraft): boolean =>
  Object.entries(draft).some(
    ([field, value]) =>
      !['text', 'stage', 'projectType', 'approximate', 'proposed', 'claimedStage', 'industry', 'chain'].includes(
        field,
      ) &&
      value !== null &&
      value !== undefined,
  ) || draft.projectType !== '内资';

/** A firm's name without its legal form: 宁波海纳精密制造. */
export const shortName = (firm: string): string => firm.replace(/(?:股份|集团)?有限(?:责任)?公司$|[（(].*?[）)]/g, '');

/** A name for a lead that was given none: the investor's short name and what it is about. */
export function leadName(draft: Pick<LeadDraft, 'name' | 'investor' | 'industry' | 'chain'>): string {
  if (draft.name?.trim()) return draft.name.trim();
  return `${shortName(draft.investor ?? '') || '未命名'}${draft.chain ?? draft.industry ?? ''}项目`;
}

/** Facts that a later text adds to or corrects in a draft: what the text says wins, what it does not say stays. */
export function mergeDraft(old: LeadDraft, said: LeadDraft): LeadDraft {
  const given = Object.entries(said).filter(
    ([name, value]) =>
      value !== null &&
      value !== undefined &&
      value !== false &&
      !['stage', 'text', 'projectType', 'proposed'].includes(name),
  );
  const money = said.investment === null ? {} : { investmentMax: said.investmentMax, approximate: said.approximate };
  return {
    ...old,
    ...Object.fromEntries(given),
    ...money,
    text: `${old.text}\n${said.text}`,
    projectType: said.projectType === '内资' ? old.projectType : said.projectType,
  };
}
