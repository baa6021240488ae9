import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Amount } from '../../domain/money/decimal.ts';
import type { RewardDossier } from '../../domain/reward/dossier.ts';
import { yi } from '../format.ts';
import { sumYuan, yuanFigure, yuanText } from '../reward-words.ts';
import { annexHead, body, dateText, enclosed, flush, paper, signature, smallPrint, title } from './paper.ts';
import type { PaperHead } from './reward-filing.ts';
import { type Column, table } from './table.ts';

/** The days of a public notice, both included, and how many workdays they are. */
export interface NoticeDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly workdays: number;
}

const COLUMNS: readonly Column[] = [
  { head: '序号', share: 8 },
  { head: '项目名称', share: 22 },
  { head: '总投资', unit: '（亿元）', share: 14, right: true },
  { head: '认定固投', unit: '（亿元）', share: 14, right: true },
  { head: '引荐人', share: 20 },
  { head: '应奖合计', unit: '（元）', share: 21, right: true },
  { head: '本次拟发', unit: '（元）', share: 21, right: true },
];

/** 公示: which referrers are to be rewarded for which projects, how long the notice stands, and where to object. */
export function rewardNoticeDocx(
  dossiers: readonly RewardDossier[],
  { from, to, workdays }: NoticeDays,
  head: PaperHead,
): Promise<Uint8Array> {
  const titles = new Set(
    dossiers.flatMap(({ reward }) => reward.layers.map(({ rule }) => rule.title ?? '引荐奖励办法')),
  );
  const lines = [`${head.org}关于拟兑现`, '招商引资项目引荐奖励的公示'];
  const due = sumYuan(dossiers.map((one) => one.due));
  const people = new Set(dossiers.flatMap(({ referrers }) => referrers.map(({ name }) => name)));
  return paper(lines.join(''), head.issuer, [
    title(lines),
    flush('各有关单位、社会各界：'),
    body(
      `根据${[...titles].map((one) => `《${one}》`).join('、')}，经核实，拟对${dossiers.length}个招商引资项目的${people.size}名（家）引荐人兑现奖励，本次拟发${yuanText(due)}，现予公示。`,
    ),
    body(
      `公示期为${dateText(from)}至${dateText(to)}，共${workdays}个工作日。公示期内如有异议，请以书面或者电话方式向我办反映，并写明真实姓名、联系方式和具体事实；逾期不再受理。`,
    ),
    body('受理电话：'),
    body('通信地址：'),
    ...enclosed('拟兑现引荐奖励名单'),
    ...signature(head.issuer, dateText(head.day)),
    ...annexHead('附件', '拟兑现引荐奖励名单'),
    table(COLUMNS, rows(dossiers)),
    smallPrint('注：奖励金额按已核实数计算；公职人员、财政供养人员、投资方及其合作方不享受奖励。'),
  ]);
}

function rows(dossiers: readonly RewardDossier[]) {
  const lines = dossiers.map(({ project, referrers, reward, due }, at) => ({
    cells: [
      String(at + 1),
      project.name,
      project.plan === null ? '—' : yi(project.plan as Amount),
      yi(project.fixedDone),
      referrers.map(({ name }) => name).join('、'),
      yuanFigure(reward.total),
      yuanFigure(due),
    ],
    bold: false,
  }));
  const total = (pick: (one: RewardDossier) => string) => yuanFigure(sumYuan(dossiers.map(pick)));
  const sum = ['', '合计', '', '', '', total(({ reward }) => reward.total), total((one) => one.due)];
  return dossiers.length > 1 ? [...lines, { cells: sum, bold: true }] : lines;
}
