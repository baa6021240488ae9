import type { CalendarDate } from '../../src/domain/calendar/date.ts';
import type { Decimal } from '../../src/domain/money/decimal.ts';
import { accrualsOf } from '../../src/domain/reward/accrual.ts';
import type { RewardBook } from '../../src/domain/reward/book.ts';
import { DEFAULT_REWARD_RULE } from '../../src/domain/reward/default-rule.ts';
import type { AccruedEntry, ReferredProject, RewardDossier } from '../../src/domain/reward/dossier.ts';
import { layeredReward } from '../../src/domain/reward/layers.ts';

const REFERRERS = [
  { name: '李明', kind: '市光伏商会秘书长', share: '60' },
  { name: '王强', kind: '企业家', share: '40' },
];

/** Two levels: the default rule for the city, by slices and at most 300万元 for the county. */
const TWO_LEVELS: RewardBook = [
  {
    layer: '市级',
    rules: [{ ...DEFAULT_REWARD_RULE, title: '云州市招商引资引荐人奖励办法', split: { mode: 'ratio' } }],
  },
  {
    layer: '县级',
    rules: [
      {
        title: '云岭县引荐奖励实施细则',
        base: 'fixed_done',
        rate: {
          mode: 'marginal',
          rows: [
            { from: 0, rate: 0.001 },
            { from: 10_000, rate: 0.0015 },
          ],
        },
        cap: 300,
        split: { mode: 'ratio' },
      },
    ],
  },
];

const PROJECT: ReferredProject = {
  id: 113,
  name: '华辰年产5GW高效光伏组件项目',
  investor: '华辰新能源科技股份有限公司',
  referrer: '李明、王强',
  unit: '临洺关镇',
  plan: '320000' as Decimal,
  projectType: '内资',
  stage: '开工',
  site: '云岭经济开发区东区',
  reportedOn: '2026-01-08' as CalendarDate,
  fixedDone: '51111.1111' as Decimal,
  funds: '0' as Decimal,
  milestones: ['签约', '落地', '开工'],
  producingOn: null,
  paid: '0' as Decimal,
  notice: null,
};

/** A project that two people introduced and that has begun to build. */
export function aDossier(project: Partial<ReferredProject> = {}, book: RewardBook = TWO_LEVELS): RewardDossier {
  const own = { ...PROJECT, ...project };
  const facts = { plan: own.plan, fixed_done: own.fixedDone, milestones: own.milestones };
  const reward = layeredReward(book, facts, REFERRERS);
  return { project: own, referrers: REFERRERS, reward, due: reward.payable };
}

/** What made its reward accrue: three entries and a reversal. */
export function itsAccruals(book: RewardBook = TWO_LEVELS): readonly AccruedEntry[] {
  const entries = [
    ['12000', '2026-03-02'],
    ['25000', '2026-04-18'],
    ['-5000', '2026-05-06'],
    ['19111.1111', '2026-06-01'],
  ] as const;
  const start = { plan: PROJECT.plan, milestones: PROJECT.milestones };
  const accruing = entries.map(([amount]) => ({ field: 'fixed_done', amount }));
  return accrualsOf(book, start, accruing, REFERRERS).map(({ reward, change }, at) => ({
    number: `L${40 + at}`,
    ledger: '固投',
    occurredOn: (entries[at]?.[1] ?? '') as CalendarDate,
    amount: (entries[at]?.[0] ?? '') as Decimal,
    total: reward.total,
    change,
  }));
}
