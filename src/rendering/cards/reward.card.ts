import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Amount } from '../../domain/money/decimal.ts';
import type { RewardBook } from '../../domain/reward/book.ts';
import type { AccruedEntry, RewardDossier } from '../../domain/reward/dossier.ts';
import type { LayerReward } from '../../domain/reward/layers.ts';
import { hasRun, releasedOf } from '../../domain/reward/notice.ts';
import type { Reward, Why } from '../../domain/reward/reward.ts';
import { money, moneyExact } from '../format.ts';
import { type Button, facts, note, type Part, type Reply, say, type TablePart } from '../reply.ts';
import { ruleWords, yuanFigure, yuanText } from '../reward-words.ts';

const WHY: Readonly<Record<Why, string>> = {
  ok: '',
  not_eligible: '还不符合奖励条件',
  referrer_barred: '引荐人属于不予奖励的人员',
  rate_to_be_fixed: '比例由有权人员在区间内核定',
};

const amountText = ({ amount, low, high }: Reward): string =>
  amount === null ? `${yuanText(low ?? '0')} 到 ${yuanText(high ?? '0')}` : yuanText(amount);

const expected = ({ reward: { layers, total } }: RewardDossier): string => {
  const [only] = layers;
  return layers.length === 1 && only ? amountText(only.reward) : yuanText(total);
};

/** "李明（商会会长）60%". */
const referrerText = ({ name, kind, share }: RewardDossier['referrers'][number]): string =>
  `${name}${kind ? `（${kind}）` : ''}${share === undefined ? '' : ` ${share}%`}`;

/** One project's reward: how it comes about, level by level, its instalments, each referrer's part, what accrued when. */
export function rewardCard(dossier: RewardDossier, accrued: readonly AccruedEntry[], today: CalendarDate): Reply {
  const { project, referrers, reward, due } = dossier;
  const ref = `X${project.id}`;
  return {
    title: `${ref} ${project.name} 引荐奖励：预计 ${expected(dossier)}，应发 ${yuanText(due)}`,
    tone: 'info',
    record: ref,
    private: true,
    parts: [
      facts(
        ['引荐人', referrers.map(referrerText).join('、')],
        ['备案时间', project.reportedOn],
        ['计划总投资', project.plan === null ? '未知' : money(project.plan as Amount)],
        ['已核实固投', money(project.fixedDone as Amount)],
        ...reward.layers.flatMap(layerFacts),
        ['已发', yuanText(project.paid)],
        ['公示', noticeText(dossier, today)],
      ),
      ...accrualParts(accrued),
      note('预计数随核实的固投变化，到分为止；奖励涉及公平竞争审查的，请先办审查。'),
    ],
    buttons: [say('查看项目', `查 ${ref}`), ...papers(ref)],
  };
}

/** "2026-06-11 至 2026-06-17，已期满，可发 30,000.00元". */
function noticeText({ project, due }: RewardDossier, today: CalendarDate): string {
  const { notice } = project;
  if (!notice) return '';
  const days = `${notice.from} 至 ${notice.to}`;
  if (!hasRun(notice, today)) return `${days}，期满后可发`;
  return `${days}，已期满，可发 ${yuanText(releasedOf(project, due, today))}`;
}

const papers = (ref: string): readonly Button[] => [
  say('备案表', `奖励 ${ref} 备案表`),
  say('公示稿', `奖励 ${ref} 公示`),
];

type Fact = readonly [string, string | null];

function layerFacts({ layer, rule, reward }: LayerReward): readonly Fact[] {
  const pay = Object.entries(reward.pay ?? {}).map(([on, yuan]) => `${on} ${yuanText(yuan)}`);
  const split = Object.entries(reward.split ?? {}).map(([name, yuan]) => `${name} ${yuanText(yuan)}`);
  return [
    [`${layer}依据`, `《${rule.title ?? '引荐奖励办法'}》`],
    [`${layer}说明`, WHY[reward.why]],
    [`${layer}奖励`, layer === '' ? '' : amountText(reward)],
    [`${layer}分期`, pay.join('；')],
    [`${layer}分配`, split.length > 1 ? split.join('；') : ''],
  ];
}

function accrualParts(accrued: readonly AccruedEntry[]): readonly Part[] {
  if (accrued.length === 0) return [];
  const table: TablePart = {
    type: 'table',
    columns: [
      { head: '核实分录' },
      { head: '金额', align: 'right' },
      { head: '计提(元)', align: 'right' },
      { head: '累计奖励(元)', align: 'right' },
    ],
    rows: accrued.map(({ number, ledger, occurredOn, amount, change, total }) => [
      `${number} ${ledger} ${occurredOn}`,
      moneyExact(amount as Amount),
      yuanFigure(change),
      yuanFigure(total),
    ]),
  };
  return [table];
}

/** The rules in force, level by level and clause by clause. */
export function rewardRuleCard(book: RewardBook, changed: boolean): Reply {
  const [first] = book;
  const single = book.length === 1 && first?.rules.length === 1 ? first.rules[0] : null;
  const titled = single ? `《${single.title ?? '引荐奖励办法'}》` : `引荐奖励办法（${book.length} 级）`;
  return {
    title: `${changed ? '已换用' : '现行'}${titled}`,
    tone: changed ? 'ok' : 'info',
    parts: [
      ...book.flatMap(({ layer, rules }) =>
        rules.map((rule, at) =>
          facts([
            `${layer}${rules.length > 1 ? `第 ${at + 1} 条` : ''}${single ? '规则' : ''}`,
            [single ? '' : `《${rule.title ?? '引荐奖励办法'}》`, ...ruleWords(rule)].filter(Boolean).join('；'),
          ]),
        ),
      ),
      note(book.length > 1 ? '各级分别计算，同级几条都符合的就高不重复。' : ''),
    ].filter((part) => part.type !== 'note' || part.text !== ''),
  };
}

/** Every referred project, or every referrer, with 预计, 应发. */
export function rewardsCard(dossiers: readonly RewardDossier[], by: 'project' | 'referrer'): Reply {
  if (dossiers.length === 0)
    return {
      title: '还没有登记引荐人的项目',
      tone: 'info',
      parts: [note('录入时写“某某推荐”，或用“补充 X113 推荐人：某某（身份）60%、某某 40%”。')],
    };
  const rows = by === 'project' ? dossiers.map(projectRow) : referrerRows(dossiers);
  return {
    title: by === 'project' ? `引荐奖励台账（${dossiers.length} 个项目）` : `引荐人台账（${rows.length} 人）`,
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
    buttons: [by === 'project' ? say('按引荐人看', '奖励 大使') : say('按项目看', '奖励'), say('公示稿', '奖励 公示')],
  };
}

const projectRow = ({ project, referrers, reward: { layers, total }, due }: RewardDossier): string[] => {
  const [only] = layers;
  const range = layers.length === 1 && only?.reward.amount === null ? `${only.reward.low}-${only.reward.high}` : null;
  return [`X${project.id} ${project.name}`, referrers.map(({ name }) => name).join('、'), range ?? total, due];
};

function referrerRows(dossiers: readonly RewardDossier[]): string[][] {
  const names = [...new Set(dossiers.flatMap(({ referrers }) => referrers.map(({ name }) => name)))];
  const cents = (yuan: string | undefined): bigint => BigInt((yuan ?? '0.00').replace('.', ''));
  const text = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
  return names.map((name) => {
    const theirs = dossiers.filter(({ referrers }) => referrers.some((one) => one.name === name));
    const parts = theirs.flatMap(({ reward }) => reward.layers.map((layer) => cents(layer.reward.split?.[name])));
    const due = theirs.filter(({ referrers }) => referrers.length === 1).reduce((sum, one) => sum + cents(one.due), 0n);
    return [name, String(theirs.length), text(parts.reduce((sum, part) => sum + part, 0n)), text(due)];
  });
}
