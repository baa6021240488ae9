import type { Decimal } from '../../domain/money/decimal.ts';
import type { Reward, Why } from '../../domain/reward/reward.ts';
import type { RewardRule } from '../../domain/reward/rule.ts';
import { money } from '../format.ts';
import { facts, note, type Reply, say } from '../reply.ts';

interface Sight {
  readonly project: {
    readonly id: number;
    readonly name: string;
    readonly plan: Decimal | null;
    readonly fixedDone: Decimal;
    readonly paid: Decimal;
  };
  readonly referrers: readonly string[];
  readonly reward: Reward;
  readonly due: string;
}

const WHY: Readonly<Record<Why, string>> = {
  ok: '',
  not_eligible: '还不符合奖励条件',
  referrer_barred: '引荐人属于不予奖励的人员',
  rate_to_be_fixed: '比例由有权人员在区间内核定',
};

/** "1,234,567.80元". */
export const yuanText = (yuan: string): string => {
  const [whole = '0', cents = '00'] = yuan.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents.padEnd(2, '0')}元`;
};

const amountText = ({ amount, low, high }: Reward): string =>
  amount === null ? `${yuanText(low ?? '0')} 到 ${yuanText(high ?? '0')}` : yuanText(amount);

/** One project's reward: how it comes about, its instalments, each referrer's part. */
export function rewardCard({ project, referrers, reward, due }: Sight, rule: RewardRule): Reply {
  const pay = Object.entries(reward.pay ?? {}).map(([on, yuan]) => `${on} ${yuanText(yuan)}`);
  const split = Object.entries(reward.split ?? {}).map(([name, yuan]) => `${name} ${yuanText(yuan)}`);
  return {
    title: `X${project.id} ${project.name} 引荐奖励：预计 ${amountText(reward)}，应发 ${yuanText(due)}`,
    tone: 'info',
    record: `X${project.id}`,
    private: true,
    parts: [
      facts(
        ['引荐人', referrers.join('、')],
        ['说明', WHY[reward.why]],
        ['计划总投资', project.plan === null ? '未知' : money(project.plan as never)],
        ['已核实固投', money(project.fixedDone as never)],
        ['分期', pay.join('；')],
        ['分配', split.length > 1 ? split.join('；') : null],
        ['已发', yuanText(project.paid)],
      ),
      note(
        `按《${rule.title ?? '引荐奖励办法'}》算，预计数随核实的固投变化，到分为止；奖励涉及公平竞争审查的，请先办审查。`,
      ),
    ],
    buttons: [say('查看项目', `查 X${project.id}`)],
  };
}

/** Every referred project, or every referrer, with 预计, 应发, 已发. */
export function rewardsCard(sights: readonly Sight[], by: 'project' | 'referrer'): Reply {
  if (sights.length === 0)
    return {
      title: '还没有登记引荐人的项目',
      tone: 'info',
      parts: [note('录入时写“某某推荐”，或用“补充 X113 推荐人：某某”。')],
    };
  const rows = by === 'project' ? sights.map(projectRow) : referrerRows(sights);
  return {
    title: by === 'project' ? `引荐奖励台账（${sights.length} 个项目）` : `引荐人台账（${rows.length} 人）`,
    tone: 'info',
    private: true,
    parts: [
      {
        type: 'table',
        columns: [
          { head: by === 'project' ? '项目' : '引荐人' },
          { head: by === 'project' ? '引荐人' : '项目数' },
          { head: '预计(元)', align: 'right' },
          { head: '应发(元)', align: 'right' },
        ],
        rows,
      },
      note('预计按已核实的固投算；应发是已到节点、还没发的部分。看一个：奖励 X113'),
    ],
    buttons: [by === 'project' ? say('按引荐人看', '奖励 大使') : say('按项目看', '奖励')],
  };
}

const projectRow = ({ project, referrers, reward, due }: Sight): string[] => [
  `X${project.id} ${project.name}`,
  referrers.join('、'),
  reward.amount ?? `${reward.low}-${reward.high}`,
  due,
];

function referrerRows(sights: readonly Sight[]): string[][] {
  const names = [...new Set(sights.flatMap(({ referrers }) => referrers))];
  const cents = (yuan: string | undefined): bigint => BigInt((yuan ?? '0.00').replace('.', ''));
  const text = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
  return names.map((name) => {
    const theirs = sights.filter(({ referrers }) => referrers.includes(name));
    const expected = theirs.reduce((sum, { reward }) => sum + cents(reward.split?.[name]), 0n);
    const due = theirs.filter(({ referrers }) => referrers.length === 1).reduce((sum, one) => sum + cents(one.due), 0n);
    return [name, String(theirs.length), text(expected), text(due)];
  });
}
