import { Paragraph, type Table } from 'docx';
import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Amount } from '../../domain/money/decimal.ts';
import type { AccruedEntry, RewardDossier } from '../../domain/reward/dossier.ts';
import { money } from '../format.ts';
import { rulesOf, sumYuan, wanFigure, yuanFigure, yuanText } from '../reward-words.ts';
import { type FormRow, form, label, value } from './form.ts';
import { annexHead, dateText, FORM, paper, run, SIZES, smallPrint, title } from './paper.ts';
import { type Column, table } from './table.ts';

/** Who issues a paper of rewards, and when. */
export interface PaperHead {
  readonly org: string;
  readonly issuer: string;
  readonly day: CalendarDate;
}

const TITLE = '招商引资项目引荐奖励备案表';
const SIGN = ['（签字、盖章）　　　　　　', '　　年　　月　　日'];

/**
 * 备案表: who introduced which project, what the reward comes to and by which rule, with room for the referrers' promise and
 * the opinions of the unit and the office; behind it what each verified entry made accrue.
 */
export const rewardFilingDocx = (
  dossier: RewardDossier,
  accrued: readonly AccruedEntry[],
  head: PaperHead,
): Promise<Uint8Array> =>
  paper(
    `${dossier.project.name}${TITLE}`,
    head.issuer,
    [
      title(TITLE, SIZES.smallSecond),
      headLine(dossier, head),
      form([...projectRows(dossier), ...referrerRows(dossier), ...rewardRows(dossier), ...opinionRows()]),
      smallPrint('注：奖励金额按已核实数计算，随核实数变化；空白处由引荐人、单位手工填写并签字盖章。'),
      ...annex(accrued),
    ],
    FORM,
  );

const headLine = ({ project }: RewardDossier, { org, day }: PaperHead): Paragraph =>
  new Paragraph({
    spacing: { after: 120 },
    tabStops: [{ type: 'right', position: 8800 }],
    children: [run(`${org}　项目编号：X${project.id}\t${dateText(day)}`, { size: 22 })],
  });

function projectRows({ project }: RewardDossier): readonly FormRow[] {
  const pair = (left: string, one: string | null, right: string, other: string | null): FormRow => ({
    cells: [label(left), value(one, 4), label(right), value(other, 4)],
  });
  return [
    { cells: [label('项目名称'), value(project.name, 10)] },
    pair('投资方', project.investor, '项目类型', project.projectType),
    pair('责任单位', project.unit, '备案时间', dateText(project.reportedOn)),
    pair('项目阶段', project.stage, '建设地点', project.site),
    pair(
      '计划总投资',
      project.plan === null ? null : money(project.plan as Amount),
      '认定固投',
      money(project.fixedDone as Amount),
    ),
  ];
}

/** A line for each referrer; a second one stays open where there is only one, for his telephone and papers. */
function referrerRows({ referrers, reward: { layers } }: RewardDossier): readonly FormRow[] {
  const part = (name: string): string => {
    const parts = layers.flatMap(({ reward }) => reward.split?.[name] ?? []);
    return parts.length === 0 ? '' : yuanFigure(sumYuan(parts));
  };
  return [
    {
      cells: [label('引荐人', 3), label('身份', 2), label('份额', 1), label('联系电话', 3), label('应得奖励（元）', 3)],
    },
    ...referrers.map(({ name, kind, share }) => ({
      cells: [
        value(name, 3),
        value(kind ?? null, 2),
        value(share === undefined ? null : `${share}%`, 1),
        value(null, 3),
        value(part(name), 3, 'right'),
      ],
    })),
  ];
}

function rewardRows({ reward, project, due }: RewardDossier): readonly FormRow[] {
  return [
    ...reward.layers.flatMap(({ layer, rule, reward: { pay } }) => [
      { cells: [label(named(layer, '奖励依据')), { span: 10, lines: [rulesOf(rule)] }] },
      ...instalmentRow(layer, pay ?? {}),
    ]),
    {
      cells: [
        label(['应奖合计', '（元）']),
        value(yuanFigure(reward.total), 3),
        label('已发', 1),
        value(yuanFigure(project.paid), 2),
        label('应发', 1),
        value(yuanFigure(due), 3),
      ],
    },
  ];
}

const named = (layer: string, what: string): readonly string[] => (layer === '' ? [what] : [layer, what]);

function instalmentRow(layer: string, pay: Readonly<Record<string, string>>): readonly FormRow[] {
  const parts = Object.entries(pay).map(([on, yuan]) => `${on} ${yuanText(yuan)}`);
  if (parts.length === 0) return [];
  return [{ cells: [label(named(layer, '分期兑付')), { span: 10, lines: [parts.join('；')] }] }];
}

const PROMISE =
  '　　所填情况属实；不属于公职人员、财政供养人员、项目投资方及其合作方等不予奖励的人员；如有虚假，愿退回奖励并承担责任。';

const opinionRows = (): readonly FormRow[] => [
  { cells: [label(['引荐人', '承诺']), { span: 10, lines: [PROMISE], sign: SIGN }], height: 1350 },
  { cells: [label(['责任单位', '意见']), { span: 10, lines: ['', ''], sign: SIGN }], height: 1350 },
  { cells: [label(['投促中心', '意见']), { span: 10, lines: ['', ''], sign: SIGN }], height: 1350 },
];

const COLUMNS: readonly Column[] = [
  { head: '分录', share: 10 },
  { head: '台账', share: 9 },
  { head: '日期', share: 16 },
  { head: '金额', unit: '（万元）', share: 18, right: true },
  { head: '本次计提', unit: '（元）', share: 20, right: true },
  { head: '累计奖励', unit: '（元）', share: 20, right: true },
];

function annex(accrued: readonly AccruedEntry[]): readonly (Paragraph | Table)[] {
  if (accrued.length === 0) return [];
  const rows = accrued.map(({ number, ledger, occurredOn, amount, change, total }) => ({
    cells: [number, ledger, occurredOn, wanFigure(amount), yuanFigure(change), yuanFigure(total)],
    bold: false,
  }));
  return [
    ...annexHead('附件', '奖励计提明细'),
    table(COLUMNS, rows),
    smallPrint('注：按分录核实的先后计提；冲销的分录为负数；达到上限后不再计提。'),
  ];
}
