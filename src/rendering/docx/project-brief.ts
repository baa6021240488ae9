import { Paragraph } from 'docx';
import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Fulfilment } from '../../domain/evaluation/forecast.ts';
import { ENTRY_KINDS, type EntryKind } from '../../domain/ledger/entry.ts';
import { type Amount, type Decimal, exact, isZero } from '../../domain/money/decimal.ts';
import type { ProjectEvent } from '../../domain/project/history.ts';
import type { Project } from '../../domain/project/project.ts';
import { fulfilmentLines } from '../cards/fulfilment.card.ts';
import { investmentText, ledgerAmount, standingText } from '../cards/project.card.ts';
import { dayText } from '../day.ts';
import { foreignMoney, land, money, percent } from '../format.ts';
import { body, dateText, flush, heading, paper, run, signature, smallPrint, spacing, title } from './paper.ts';

/** What a paper for leaders says of one project; the service's brief fits. */
export interface BriefSight {
  readonly place: string;
  readonly issuer: string;
  readonly today: CalendarDate;
  readonly project: Project;
  readonly unit: string | null;
  readonly moves: readonly ProjectEvent[];
  readonly notes: readonly ProjectEvent[];
  readonly totals: readonly { readonly kind: EntryKind; readonly verified: Decimal; readonly reported: Decimal }[];
  readonly fulfilment: Fulfilment | null;
  readonly problems: readonly {
    readonly text: string;
    readonly unitName: string | null;
    readonly dueOn: CalendarDate;
    readonly meetings: number;
  }[];
  readonly tasks: readonly { readonly title: string; readonly dueOn: CalendarDate }[];
}

/** "关于华辰光伏组件项目有关情况的专报". */
export const briefTitle = ({ project }: Pick<BriefSight, 'project'>): string =>
  `关于${project.name}${project.name.endsWith('项目') ? '' : '项目'}有关情况的专报`;

/** A 专报 on one project as a Word document in official layout: what it is, how far, what money, what blocks it, what next. */
export const briefDocx = (brief: BriefSight): Promise<Uint8Array> =>
  paper(briefTitle(brief), brief.issuer, [
    new Paragraph({
      spacing,
      alignment: 'center',
      children: [run(`专报〔${brief.today.slice(0, 4)}〕　　号`)],
    }),
    title(briefTitle(brief)),
    flush(addressees(brief.place)),
    heading('一、项目基本情况'),
    body(profile(brief)),
    heading('二、推进情况'),
    ...progress(brief).map((text) => body(text)),
    heading('三、资金和效益情况'),
    ...moneyLines(brief).map((text) => body(text)),
    heading('四、存在问题'),
    ...troubles(brief).map((text) => body(text)),
    heading('五、下步打算'),
    ...next(brief).map((text) => body(text)),
    ...signature(brief.issuer, dateText(brief.today)),
    smallPrint(`注：数据截至${dateText(brief.today)}，只计投促中心核实过的填报。`),
  ]);

/** "县委、县政府：" of a county; "领导同志：" of a park. */
function addressees(place: string): string {
  const kind = /[县区市]$/.exec(place)?.[0];
  return kind && !/(?:开发|园|新)区$/.test(place) ? `${kind}委、${kind}政府：` : '各位领导：';
}

function profile({ project, unit }: BriefSight): string {
  const facts: readonly (string | null)[] = [
    project.investor && `由${project.investor}投资建设`,
    project.investment === null ? null : `计划总投资${investmentText(project)?.replaceAll(' ', '')}`,
    project.agreement && `协议金额${money(project.agreement)}`,
    project.foreignPlan && `拟用外资${foreignMoney(project.foreignPlan)}`,
    project.land && `用地${land(project.land)}`,
    project.site && `选址${project.site}`,
    project.jobs === null ? null : `用工${project.jobs}人`,
    project.output && `达产后年产值${money(project.output)}`,
    project.tax && `年税收${money(project.tax)}`,
  ];
  const who: readonly (string | null)[] = [
    (project.chain ?? project.industry) && `属${project.chain ? `${project.chain}产业链` : project.industry}`,
    unit && `责任单位为${unit}`,
    project.leader && `包联领导${project.leader}`,
    project.serviceOfficer && `首席服务官${project.serviceOfficer}`,
    project.sourceMethod && `招商方式为${project.sourceMethod}`,
  ];
  const sentences = [facts, who].map((parts) => parts.filter(Boolean).join('，')).filter(Boolean);
  return `${project.name}${sentences.length > 0 ? sentences.join('。') : '目前只有名称，其他情况待补充'}。`;
}

function progress({ project, moves, notes, today }: BriefSight): readonly string[] {
  const steps = moves.map(
    ({ occurredOn, toStage, agreement }) =>
      `${dayText(occurredOn, today)}${toStage}${agreement ? `（${money(agreement)}）` : ''}`,
  );
  const latest = notes.map(
    ({ occurredOn, note }) =>
      `${dayText(occurredOn, today)}，${(note ?? '').replace(/\s+/g, ' ').replace(/[。；;]+$/, '')}`,
  );
  return [
    `目前处于${standingText(project)}阶段${steps.length > 0 ? `。推进过程：${steps.join('；')}` : ''}。`,
    latest.length > 0 ? `最新进展：${latest.join('；')}。` : '近期没有填报进展。',
  ];
}

function moneyLines({ project, totals, fulfilment }: BriefSight): readonly string[] {
  const kept = totals.filter(({ verified }) => !isZero(verified));
  const funds = kept.find(({ kind }) => kind === 'funds');
  const share =
    funds && project.agreement && !isZero(project.agreement)
      ? `，到位资金占协议金额的${percent(exact(funds.verified).div(exact(project.agreement as Amount)))}`
      : '';
  const sums = kept.map(({ kind, verified }) => `${ENTRY_KINDS[kind].name}${ledgerAmount(kind, verified)}`);
  return [
    sums.length > 0 ? `累计核实${sums.join('、')}${share}。` : '还没有核实过的到位资金和效益数据。',
    ...(fulfilment ? [`与预测对比（投产${fulfilment.months}个月）：${fulfilmentLines(fulfilment).join('；')}。`] : []),
  ];
}

function troubles({ problems, today }: BriefSight): readonly string[] {
  return problems.length === 0
    ? ['目前没有登记在办的问题。']
    : problems.map(({ text, unitName, dueOn, meetings }, at) => {
        const held = meetings > 0 ? `，已协调${meetings}次` : '';
        const late = dueOn < today ? '，已超期' : '';
        return `${at + 1}.${text}。${unitName ? `责任单位${unitName}，` : ''}应于${dayText(dueOn, today)}前解决${held}${late}。`;
      });
}

function next({ project, tasks, today }: BriefSight): readonly string[] {
  const step = project.nextStep
    ? [
        `${project.nextStepOn ? `${dayText(project.nextStepOn, today)}前，` : ''}${project.nextStep.replace(/。$/, '')}。`,
      ]
    : [];
  const given = tasks.map(({ title: what, dueOn }) => `${what}（${dayText(dueOn, today)}前）`);
  const lines = [...step, ...(given.length > 0 ? [`在办事项：${given.join('；')}。`] : [])];
  return lines.length > 0 ? lines : ['责任单位还没有填报下步打算。'];
}
