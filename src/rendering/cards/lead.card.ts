import { dateAt } from '../../domain/calendar/date.ts';
import { decimal } from '../../domain/money/decimal.ts';
import { LEAD_LABELS, type LeadDraft, leadName } from '../../domain/project/lead.ts';
import type { Project } from '../../domain/project/project.ts';
import { dayText } from '../day.ts';
import { foreignMoney, land, maskedMobile, money, otherMoney } from '../format.ts';
import { type Button, facts, list, note, type Part, type Reply } from '../reply.ts';
import { investmentText, projectTitle, standingText } from './project.card.ts';

/** A likely duplicate as the card shows it. */
export interface AlikeSight {
  readonly project: Project;
  readonly because: 'code' | 'mobile' | 'name' | 'project';
  readonly unitName: string | null;
  readonly reporterName: string | null;
  /** The asking person may write about it. */
  readonly mine: boolean;
}

const press = (label: string, action: string, id: number, style?: Button['style']): Button => ({
  label,
  press: { command: '录入', action, args: { id } },
  ...(style ? { style } : {}),
});

const change = (id: number): Button => ({
  label: '修改',
  press: { fill: '录入', args: { draft: id } },
  form: true,
});

/** What was understood of a lead, and what was not: nothing is written before 确认. */
export function draftCard(draft: LeadDraft, id: number, inGroup: boolean): Reply {
  return {
    title: `请核对：${leadName(draft)}`,
    tone: 'ask',
    parts: [...draftParts(draft, inGroup), note('还没有写入。确认后记为线索；要改请直接回复改的内容，例如“投资3亿”。')],
    buttons: [press('确认', 'confirm', id, 'primary'), change(id), press('放弃', 'discard', id)],
  };
}

/** The draft's facts, the empty ones named. */
function draftParts(draft: LeadDraft, inGroup: boolean): readonly Part[] {
  const missing = (['investor', 'investment', 'contactName', 'contactMobile'] as const).filter(
    (field) => draft[field] === null,
  );
  return [
    facts(
      ['投资方', draft.investor],
      ['总投资', investmentText(draft)],
      [
        '其他币种',
        draft.otherCurrency && otherMoney(decimal(draft.otherCurrency.amount), draft.otherCurrency.currency),
      ],
      ['外资', draft.foreignPlan ? foreignMoney(draft.foreignPlan) : null],
      ['固投计划', draft.fixedAssetsPlan ? money(draft.fixedAssetsPlan) : null],
      ['产业', draft.chain ?? draft.industry],
      ['用地', draft.land ? land(draft.land) : null],
      ['就业', draft.jobs === null ? null : `${draft.jobs}人`],
      ['年产值', draft.output ? money(draft.output) : null],
      ['年税收', draft.tax ? money(draft.tax) : null],
      [
        '联系人',
        [draft.contactName, draft.contactMobile && (inGroup ? maskedMobile(draft.contactMobile) : draft.contactMobile)]
          .filter(Boolean)
          .join(' '),
      ],
      ['来自', draft.investorRegion],
      ['招商方式', draft.sourceMethod],
      ['引荐人', draft.referrer],
      ['类型', draft.projectType === '内资' ? null : draft.projectType],
      ['选址', draft.site],
      ['预计', draft.expectedOn ? `${dayText(draft.expectedOn)}前${draft.expectedStage ?? ''}` : null],
      ['把握', typeof draft.likelihood === 'number' ? `${draft.likelihood}%` : null],
      ['下一步', draft.nextStep],
    ),
    ...(missing.length > 0
      ? [note(`没看到：${missing.map((field) => LEAD_LABELS[field]).join('、')}（可以以后用“补充”加）。`)]
      : []),
    ...(draft.proposed && draft.proposed.length > 0
      ? [note(`${draft.proposed.map((field) => LEAD_LABELS[field]).join('、')}由模型从原文里找出，请特别核对。`)]
      : []),
    ...(draft.claimedStage
      ? [note(`文中说已${draft.claimedStage}：先记为线索，再用“阶段”报${draft.claimedStage}和凭据。`)]
      : []),
  ];
}

const BECAUSE = {
  code: '信用代码相同',
  mobile: '联系电话相同',
  name: '投资方名称相近',
  project: '项目名称相同',
} as const;

/** Likely duplicates, shown before anything is written. */
export function alikeCard(
  alike: readonly AlikeSight[],
  draft: LeadDraft,
  id: number,
  { inGroup, timeZone }: { readonly inGroup: boolean; readonly timeZone: string },
): Reply {
  const first = alike.find(({ mine }) => mine);
  return {
    title: `可能重复：${alike.map(({ project }) => projectTitle(project)).join('；')}`,
    tone: 'warn',
    parts: [
      list(
        alike.map(
          ({ project, because, unitName, reporterName }) =>
            `X${project.id} ${project.investor ?? project.name}（${BECAUSE[because]}）：${[unitName, reporterName].filter(Boolean).join(' ')} ${dayText(dateAt(project.firstReportedAt, timeZone))}首报，现${standingText(project)}`,
        ),
      ),
      ...draftParts(draft, inGroup),
      note(
        first
          ? '还没有写入。同一个项目请选“补充”；确实不同选“仍要录入”，由投促中心裁定。'
          : '还没有写入。同一个项目由首报单位跟进，有新情况请告诉首报人；确实不同选“仍要录入”，由投促中心裁定。',
      ),
    ],
    buttons: [
      ...(first ? [press(`补充 X${first.project.id}`, 'merge', id, 'primary')] : []),
      press('仍要录入', 'insist', id),
      press('放弃', 'discard', id),
    ],
  };
}
