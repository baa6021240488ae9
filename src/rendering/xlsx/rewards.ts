import { type Decimal, decimal } from '../../domain/money/decimal.ts';
import type { RewardDossier } from '../../domain/reward/dossier.ts';
import type { LayerReward } from '../../domain/reward/layers.ts';
import { rateWords, sumYuan } from '../reward-words.ts';
import { type CellContent, dayCell, figure, words, workbook } from './sheet.ts';

/** 引荐奖励台账: a line for each referrer of each project, in the columns offices expect; money 万元, rewards 元. */
export const rewardsWorkbook = (
  dossiers: readonly RewardDossier[],
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
): Promise<Uint8Array> =>
  workbook([
    {
      name: '引荐奖励',
      title,
      subtitle,
      columns: [
        { head: '序号', width: 6 },
        { head: '引荐人', width: 14 },
        { head: '身份', width: 16 },
        { head: '备案时间', width: 12 },
        { head: '项目', width: 30 },
        { head: '总投资（万元）', width: 14 },
        { head: '固投完成额（认定，万元）', width: 16 },
        { head: '比例', width: 34 },
        { head: '应奖（元）', width: 16 },
        { head: '项目应奖合计（元）', width: 18 },
        { head: '上限（万元）', width: 12 },
        { head: '分期', width: 30 },
        { head: '项目已发（元）', width: 16 },
        { head: '项目应发（元）', width: 16 },
        { head: '公示时间', width: 24 },
        { head: '备注', width: 16 },
      ],
      rows: dossiers
        .flatMap((dossier) => dossier.referrers.map((one) => rowOf(dossier, one)))
        .map((cells, at) => [figure(at + 1, 0), ...cells]),
      note: '应奖按已核实的固定资产投资计算；项目应发为到节点、还没发的部分。公示时间为最近一次公示的起止日。',
      frozenColumns: 2,
    },
  ]);

function rowOf(
  { project, reward, due }: RewardDossier,
  { name, kind }: RewardDossier['referrers'][number],
): readonly CellContent[] {
  const { layers, total } = reward;
  const caps = layers.flatMap(({ rule }) => (rule.cap === undefined ? [] : [String(rule.cap)]));
  return [
    words(name),
    words(kind ?? ''),
    dayCell(project.reportedOn),
    words(`X${project.id} ${project.name}`),
    figure(project.plan),
    figure(project.fixedDone, 4),
    words(layers.map(rateOf).filter(Boolean).join('；')),
    figure(partOf(layers, name)),
    figure(decimal(total)),
    words(caps.join('；')),
    words(layers.map(instalments).filter(Boolean).join('；')),
    figure(project.paid),
    figure(decimal(due)),
    words(project.notice ? `${project.notice.from} 至 ${project.notice.to}` : ''),
    words(layers.some(({ reward: { why } }) => why === 'referrer_barred') ? '引荐人不予奖励' : ''),
  ];
}

const rateOf = ({ layer, rule }: LayerReward): string => (rule.rate ? `${layer}${rateWords(rule.rate)}` : '');

const instalments = ({ layer, reward }: LayerReward): string => {
  const parts = Object.entries(reward.pay ?? {}).map(([on, yuan]) => `${on}${yuan}`);
  return parts.length > 0 ? `${layer}${parts.join('，')}` : '';
};

/** A referrer's part over all levels; not known where they settle it among themselves. */
function partOf(layers: readonly LayerReward[], name: string): Decimal | null {
  const parts = layers.flatMap(({ reward }) => reward.split?.[name] ?? []);
  return parts.length === 0 ? null : decimal(sumYuan(parts));
}
