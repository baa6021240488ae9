import { type Amount, decimal } from '../../src/domain/money/decimal.ts';
import type { DigestModel } from '../../src/domain/report/model.ts';

const wan = (text: string) => decimal<Amount>(text);
const both = (now: string, before: string) => ({ now: decimal(now), before: decimal(before) });

/** An invented week of a county with 18 units. */
export const aDigest = (changes: Partial<DigestModel> = {}): DigestModel => ({
  kind: 'digest',
  org: '云岭县',
  issuer: '云岭县招商引资工作领导小组办公室',
  title: '招商周报',
  periodKey: '2026-W41',
  periodLabel: '第41周',
  spanLabel: '9月30日 17:00—10月10日 17:00',
  cutOff: '2026-10-10T09:00:00.000Z',
  cutOffLabel: '10月10日 17:00',
  calibre: '到位资金为经核实的县外到位资金。',
  scheme: null,
  funds: { now: wan('32600'), before: wan('27604') },
  signedCount: both('4', '3'),
  signedAmount: { now: wan('68000'), before: wan('12000') },
  leads: both('11', '14'),
  outings: both('5', '5'),
  receptions: both('3', '1'),
  weeks: Array.from({ length: 12 }, (_, at) => ({
    label: String(30 + at),
    funds: wan(String(10_000 + at * 2000)),
    note: at === 10 ? '国庆节' : null,
  })),
  movers: [
    { unit: '城关镇', group: '乡镇组', from: 5, to: 2, why: '新签约 2 个、3.2亿元' },
    { unit: '大坪乡', group: '乡镇组', from: 3, to: 6, why: '本周没有进账' },
  ],
  funnel: ['线索', '在谈', '签约', '落地', '开工', '投产'].map((stage, at) => ({
    stage,
    count: [240, 120, 60, 40, 25, 9][at] ?? 0,
    amount: at === 0 ? null : wan(String(600_000 - at * 90_000)),
    added: at === 5 ? 0 : 6 - at,
  })),
  rows: Array.from({ length: 18 }, (_, at) => ({
    unit: `第${at + 1}乡`,
    group: '乡镇组',
    leads: at % 3,
    progress: at % 5,
    signed: decimal(String(at % 2)),
    funds: wan(String(at * 1500)),
    activities: at % 2,
    tasksDone: 1,
    tasksOverdue: at % 4,
  })),
  newLeads: ['X120 华辰光伏组件项目（城关镇）'],
  moves: ['X113 冀南铸件项目 签约'],
  money: [],
  keyProjects: [],
  overdue: ['R45 报送用地方案（李四）'],
  problems: [],
  silent: ['青岭乡'],
  nextWeek: Array.from({ length: 8 }, (_, at) => `R${60 + at} 报送材料`),
  tasks: { done: 9, overdue: 2, open: 14 },
  ...changes,
});
