import { type CalendarDate, partsOf } from '../../domain/calendar/date.ts';
import { ENTRY_KINDS, type EntryKind } from '../../domain/ledger/entry.ts';
import { type Expected, standingOf } from '../../domain/ledger/expected.ts';
import type { Amount, Decimal, ForeignAmount } from '../../domain/money/decimal.ts';
import type { ProjectContact, ProjectEvent } from '../../domain/project/history.ts';
import { isOpen, ORIGIN_NAMES, type Project, type Stage } from '../../domain/project/project.ts';
import type { Protection } from '../../domain/project/protection.ts';
import { nextStage } from '../../domain/project/stage.ts';
import type { ProjectView } from '../../domain/project/view.ts';
import { dayText } from '../day.ts';
import { foreignMoney, land, maskedMobile, maskedWords, money, short } from '../format.ts';
import { type Button, type Fact, facts, list, note, type Part, type Reply, say, sayMore } from '../reply.ts';
import { diligenceText } from './diligence.card.ts';
import { effectText } from './effect-text.ts';
import { fulfilmentPart } from './fulfilment.card.ts';

/** Where a card is shown: in groups mobiles are masked. */
export interface Where {
  readonly inGroup: boolean;
  readonly today: CalendarDate;
  readonly optionalStages: readonly Stage[];
}

/** "X113 华辰光伏组件项目". */
export const projectTitle = (project: Pick<Project, 'id' | 'name'>): string =>
  `X${project.id} ${short(project.name, 40)}`;

/** "签约（待核实）", "开工". */
export const standingText = (project: Pick<Project, 'stage' | 'stageState'>): string =>
  project.stageState === 'verified'
    ? project.stage
    : `${project.stage}（${project.stageState === 'reported' ? '待核实' : '已退回'}）`;

/** "约 12亿元", "20亿元-25亿元". */
export function investmentText(project: Pick<Project, 'investment' | 'investmentMax' | 'approximate'>): string | null {
  if (project.investment === null) return null;
  const range = project.investmentMax
    ? `${money(project.investment)}-${money(project.investmentMax)}`
    : money(project.investment);
  return project.approximate ? `约 ${range}` : range;
}

/** A project with its history, open work and what the viewer may do next. */
export function projectCard(sight: ProjectView, where: Where, title = projectTitle(sight.project)): Reply {
  const { project, full } = sight;
  return {
    title,
    tone: 'info',
    record: `X${project.id}`,
    parts: full ? fullParts(sight, where) : shortParts(sight, where.today),
    buttons: buttonsOf(sight, where),
  };
}

function shortParts({ project, unitName, firstUnitName, firstOn }: ProjectView, today: CalendarDate): readonly Part[] {
  return [
    facts(
      ['投资方', project.investor],
      ['阶段', standingText(project)],
      ['责任单位', unitName ?? '公海（可认领）'],
      ['首报', firstUnitName ? `${firstUnitName}，${dayText(firstOn, today)}` : null],
    ),
    note('其他单位的项目，只显示概要。'),
  ];
}

function fullParts(sight: ProjectView, where: Where): readonly Part[] {
  const { project, unitName, events, work, totals } = sight;
  const parts: Part[] = [
    facts(
      ['投资方', project.investor],
      ['尽调', sight.diligence && diligenceText(sight.diligence, where.today)],
      ['阶段', `${standingText(project)}，${dayText(project.stageOn, where.today)}`],
      ['总投资', investmentText(project)],
      ['协议额', project.agreement ? money(project.agreement) : null],
      ['外资', project.foreignPlan ? foreignMoney(project.foreignPlan) : null],
      ['产业链', project.chain],
      ['产业', project.chain ? null : project.industry],
      ['用地', project.land ? land(project.land) : null],
      ['用工', project.jobs === null ? null : `${project.jobs} 人`],
      ['年产值', project.output ? money(project.output) : null],
      ['年税收', project.tax ? money(project.tax) : null],
      ['类型', project.projectType === '内资' ? null : project.projectType],
      ['来自', originText(project)],
      ['招商方式', project.sourceMethod],
      ['引荐人', project.referrer],
      ['责任单位', unitName ?? '公海（可认领）'],
      ['联系人', sight.contacts.map((contact) => contactText(contact, where.inGroup)).join('；')],
      ['累计', totals.map(totalText).join('；')],
      ['成效', sight.effects.map((one) => `${one.kind} ${effectText(one)}`).join('；')],
      ['预计到账', arrivalsText(sight, where.today)],
      ['首报保护', protectionText(sight.protection, where.today)],
      ['选址', project.site],
      ['三个一', threeOnes(project)],
      ['预计', expectedText(project, where.today)],
      ['去向', project.lostTo],
      ['下一步', project.nextStep],
    ),
  ];
  if (sight.fulfilment) parts.push(fulfilmentPart(sight.fulfilment));
  if (events.length > 0)
    parts.push(
      list(
        events.map((event) => eventText(event, where.today)),
        '最近',
      ),
    );
  if (work.length > 0)
    parts.push(
      list(
        work.map((item) => `${item.number} ${short(item.title, 24)}（${dayText(item.dueOn)}前）`),
        '待办',
      ),
    );
  return parts;
}

/** What is still to come of what was told ahead. */
const arrivalsText = ({ expected }: Pick<ProjectView, 'expected'>, today: CalendarDate): string =>
  expected
    .filter((row) => standingOf(row, today) !== 'come')
    .map((row) => arrivalText(row, today))
    .join('；');

/** "7月 实际使用外资 200万美元（把握 80%），已报 50万美元". */
export function arrivalText(row: Expected, today: CalendarDate): string {
  const { year, month } = partsOf(row.month);
  const when = year === partsOf(today).year ? `${month}月` : `${year}年${month}月`;
  const come = row.arrived === '0' ? '' : `，已报 ${ledgerAmount(row.kind, row.arrived)}`;
  const sure = row.likelihood === null ? '' : `（把握 ${row.likelihood}%）`;
  const late = standingOf(row, today) === 'late' ? '，过了没到' : '';
  return `${when} ${ENTRY_KINDS[row.kind].name} ${ledgerAmount(row.kind, row.amount)}${sure}${come}${late}`;
}

/** "浙江（省外）". */
const originText = ({ investorRegion, origin }: Pick<Project, 'investorRegion' | 'origin'>): string | null =>
  origin === null
    ? investorRegion
    : investorRegion
      ? `${investorRegion}（${ORIGIN_NAMES[origin]}）`
      : ORIGIN_NAMES[origin];

/** One leader, one team, one plan (三个一), and the chief service officer, as far as they are named. */
const threeOnes = ({ leader, team, plan, serviceOfficer }: Project): string =>
  [
    leader && `包干领导 ${leader}`,
    team && `团队 ${team}`,
    plan && `方案 ${short(plan, 20)}`,
    serviceOfficer && `首席服务官 ${serviceOfficer}`,
  ]
    .filter(Boolean)
    .join('；');

/** "12月31日前签约（把握 70%）"; never a counted figure. */
export function expectedText(
  { expectedOn, expectedStage, likelihood }: Pick<Project, 'expectedOn' | 'expectedStage' | 'likelihood'>,
  today: CalendarDate,
): string | null {
  if (expectedOn === null) return likelihood === null ? null : `把握 ${likelihood}%`;
  const over = expectedOn < today ? '，已过' : '';
  return `${dayText(expectedOn, today)}前${expectedStage ?? ''}${over}${likelihood === null ? '' : `（把握 ${likelihood}%）`}`;
}

/** "李总 138****0000"; whole only in a direct chat. */
const contactText = (contact: Pick<ProjectContact, 'name' | 'title' | 'mobile'>, inGroup: boolean): string =>
  [contact.name, contact.title, contact.mobile && (inGroup ? maskedMobile(contact.mobile) : contact.mobile)]
    .filter(Boolean)
    .join(' ');

/** "到位资金 1.2亿元（另有待核实 5000万元）", "固定资产投资待核实 1000万元". */
function totalText({ kind, verified, reported }: { kind: EntryKind; verified: Decimal; reported: Decimal }): string {
  const write = (value: Decimal) => ledgerAmount(kind, value);
  const { name } = ENTRY_KINDS[kind];
  if (verified === '0' && reported !== '0') return `${name}待核实 ${write(reported)}`;
  return `${name} ${write(verified)}${reported === '0' ? '' : `（另有待核实 ${write(reported)}）`}`;
}

/** An amount in its ledger's unit. */
export const ledgerAmount = (kind: EntryKind, value: Decimal): string =>
  ENTRY_KINDS[kind].unit === '万美元' ? foreignMoney(value as ForeignAmount) : money(value as Amount);

/** "6月3日 签约 12亿元（待核实）". */
export function eventText(event: ProjectEvent, today: CalendarDate): string {
  const day = dayText(event.occurredOn, today);
  const amount = event.agreement ? ` ${money(event.agreement)}` : '';
  const words = event.note ? short(maskedWords(event.note.replace(/\s+/g, ' ')), 40) : '';
  switch (event.kind) {
    case 'stage': {
      const state = event.state === 'verified' ? '' : event.state === 'reported' ? '（待核实）' : '（已退回）';
      return `${day} ${event.toStage}${amount}${state}${event.late ? '（补报）' : ''}${words ? ` ${words}` : ''}`;
    }
    case 'progress':
      return `${day} ${words}`;
    case 'claim':
      return `${day} 认领`;
    case 'hand-over':
      return `${day} 移交`;
    case 'release':
      return `${day} ${words || '转入公海'}`;
    case 'amend':
      return `${day} 补充：${words}`;
    case 'void':
      return `${day} 的${event.toStage}${amount}${event.late ? '（补报）' : ''} ${words}`;
  }
}

function protectionText(protection: Protection, today: CalendarDate): string | null {
  switch (protection.state) {
    case 'none':
      return null;
    case 'protected':
      return `到 ${dayText(protection.until, today)}`;
    case 'stalled':
      return `到 ${dayText(protection.until, today)}，已 ${protection.stalledDays} 天没有进展`;
    case 'expired':
      return '已到期';
  }
}

function buttonsOf(sight: ProjectView, { optionalStages }: Where): readonly Button[] {
  const { project } = sight;
  const number = `X${project.id}`;
  if (project.unitId === null && project.poolSince !== null) return [say('认领', `认领 ${number}`, 'primary')];
  if (!isOpen(project) && project.stage !== '搁置') return [];
  const next = nextStage(project.stage, optionalStages);
  const buttons: Button[] = [];
  if (sight.mayVerify && project.stageState === 'reported') buttons.push(say('核实', `核实 ${number}`, 'primary'));
  if (sight.mayReport) {
    buttons.push(sayMore('写进展', `进展 ${number}`));
    if (next) buttons.push(sayMore(`报${next}`, `阶段 ${number} ${next}`));
    if (['签约', '落地', '开工', '投产'].includes(project.stage)) buttons.push(sayMore('报到位', `到位 ${number}`));
    buttons.push(sayMore('修改', `补充 ${number}`));
    if (project.site === null && project.land !== null) buttons.push(say('找地', `匹配 ${number}`));
  }
  if (sight.full) buttons.push(say('专报', `专报 ${number}`));
  return buttons.slice(0, 5);
}

/** Facts before and after. */
export const changeFacts = (
  changes: readonly { readonly label: string; readonly before: string; readonly after: string }[],
): Part => ({
  type: 'facts',
  facts: changes.map(
    ({ label, before, after }): Fact => (before ? { label, value: after, was: before } : { label, value: after }),
  ),
});
