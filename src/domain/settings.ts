import type { CutOffRule } from './calendar/books.ts';
import type { ChainNode } from './chain/chain-map.ts';
import { DEFAULT_PROOFS } from './project/proof.ts';

/**
 * Every number of the product that an office may change, with its default. An org's own values are JSON in `orgs`; what
 * it does not name has the default here. Days are calendar days unless the name says workdays; clocks are "HH:MM" in the
 * org's time zone; amounts are 万元 as decimal text.
 */
export const DEFAULT_SETTINGS = {
  /** Who issues bulletins, in full ("云岭县招商引资工作领导小组办公室"). Empty: the org's name + 招商引资工作领导小组办公室. */
  issuer: '',
  /** Group that questions for everybody go to when a chat is not named (the org's main group). */
  mainChat: '',
  /** Our own province and city ("河北 邯郸"): what is 本市, 省内, 省外. Empty: origins are not told apart. */
  home: '',
  /** First-report protection (首报首谈). */
  protectionDays: 90,
  stalledDays: 30,
  /** Whether people who are not on the roster may give leads (荐商): 开 or 关. */
  outsideLeads: '关',
  /** Workdays within which a referrer hears: received, judged, result. */
  referrerWorkdays: [1, 3, 7] as readonly number[],
  poolClaimLimit: 3,
  poolReturnIntervalDays: 30,
  /** Similarity of investors' names from which a duplicate is shown. */
  duplicateSimilarity: 0.45,
  /** Below this confidence free text is asked about, never taken. */
  readingConfidence: 0.6,
  /** Tasks: the ladder and the lights, in workdays. */
  taskYellowWorkdays: 2,
  ladderBeforeWorkdays: 1,
  ladderLeaderWorkdays: 2,
  ladderDigestWorkdays: 5,
  signWithinWorkdays: 1,
  /** 诉求 without a day of its own is to be answered within so many workdays. */
  requestWorkdays: 5,
  /** 会审 without a day of its own: opinions are due within so many workdays. */
  reviewWorkdays: 3,
  /** A native, chamber or ambassador untouched for more days is named to who keeps the contact. */
  resourceQuietDays: 60,
  /** A firm under construction or in production unvisited for more days is named. */
  serviceQuietDays: 90,
  /** Cities that are to be covered. */
  targetCities: [] as readonly string[],
  urgeCoolDownMinutes: 120,
  undoMinutes: 10,
  /** Posts. */
  briefAt: '08:30',
  digestAt: '17:00',
  leaderboardAt: '17:00',
  flagsAt: '09:00',
  chainCheckAt: '10:00',
  keyProjectsAt: '09:00',
  blankWarningDays: [7, 3],
  /** 抢救单 so many workdays before a month closes. */
  rescueWorkdays: 3,
  /** Heads see a yellow flag so many hours before the groups do (静默核对); 0: at once. */
  quietCheckHours: 24,
  /** Workdays for the task that a yellow flag or a 白卷 makes; 0: none is made. */
  flagTaskWorkdays: 5,
  quietFrom: '21:00',
  quietTo: '07:30',
  catchUpDays: 3,
  /** Time out for heads of units: a third of working days. */
  outingShare: '1/3',
  /** 统计截止: by which rule months are cut, from which month on ("2026-07"); none: calendar months. */
  monthCutOffs: [] as readonly { readonly from: string; readonly rule: CutOffRule }[],
  /** The month in which the task year begins. */
  taskYearMonth: 1,
  /** 入账口径: verified records count on the day they happened or on the day they were verified. */
  booking: '发生日期' as '发生日期' | '核实日期',
  /** 序时进度 by month of the task year, as fractions of the year; empty: month ÷ 12. */
  paceTable: [] as readonly string[],
  /** Size tiers, 万元. */
  sizeTiers: ['5000', '10000', '50000', '100000', '500000', '1000000'] as readonly string[],
  /** Industry chains with the words that point at them. */
  chains: [] as readonly {
    readonly name: string;
    readonly keywords: readonly string[];
    readonly leader?: string;
    /** Its nodes, up to down. */
    readonly nodes?: readonly ChainNode[];
  }[],
  sourceMethods: [
    '以商招商',
    '产业链招商',
    '驻点招商',
    '委托招商',
    '中介招商',
    '节会招商',
    '云招商',
    '资本招商',
    '飞地招商',
    '情感招商',
    '基金招商',
    '园区招商',
    '其他',
  ] as readonly string[],
  /** Methods that are events of the level above; the others are one's own finds. */
  upperMethods: ['节会招商'] as readonly string[],
  lostReasons: ['资金', '用地', '环评', '政策', '市场变化', '落户外地', '投资方原因', '其他'] as readonly string[],
  /** Thresholds of the three books: 万元/亩, 万元 per 亿元 of output, 万元/亩, people, people/亩. Main chains: the org's chains. */
  taxPerMu: '15',
  taxPerOutput: '300',
  investmentPerMu: '250',
  bookJobs: '100',
  jobsPerMu: '1',
  /** The org's own reward rule (domain/reward/rule.ts) as JSON; null: the default one. */
  rewardRule: null as Readonly<Record<string, unknown>> | null,
  /** Optional stages between the six: 意向 before 签约, 竣工 between 开工 and 投产. */
  optionalStages: [] as readonly ('意向' | '竣工')[],
  /** The proofs asked for, by stage or ledger (domain/project/proof.ts). */
  proofs: DEFAULT_PROOFS,
  /** Own holidays and workdays on top of the official calendar: day → worked? */
  calendarOverrides: {} as Readonly<Record<string, boolean>>,
};

/** An org's settings, complete. */
export type Settings = typeof DEFAULT_SETTINGS;

/** The defaults with an org's own values on top; unknown names are left out. */
export function withDefaults(own: Readonly<Record<string, unknown>>): Settings {
  const known = Object.fromEntries(Object.entries(own).filter(([name]) => Object.hasOwn(DEFAULT_SETTINGS, name)));
  const proofs = { ...DEFAULT_PROOFS, ...(known.proofs as Settings['proofs'] | undefined) };
  return { ...DEFAULT_SETTINGS, ...known, proofs } as Settings;
}
