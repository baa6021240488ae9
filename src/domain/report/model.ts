import type { CalendarDate } from '../calendar/date.ts';
import type { Amount, Decimal, ForeignAmount } from '../money/decimal.ts';

/**
 * Report models: what a report says, as plain JSON with exact decimals and nothing formatted, so that chat, picture, Word
 * and Excel show the same figures and a stored report can be drawn again years later. Money 万元, foreign money 万美元.
 */

/** What every report states about itself. */
export interface ReportHead {
  /** "云岭县". */
  readonly org: string;
  /** Who issues it, in full. */
  readonly issuer: string;
  /** "招商引资月度排行榜". */
  readonly title: string;
  /** "2026-06", "2026-W23". */
  readonly periodKey: string;
  /** "2026年6月", "第23周". */
  readonly periodLabel: string;
  /** "1—6月累计", "6月1日—6月5日". */
  readonly spanLabel: string;
  /** The instant at which the figures were cut, ISO. */
  readonly cutOff: string;
  /** "6月30日 17:00". */
  readonly cutOffLabel: string;
  /** 快报数: the official figures of the period come later. Else 终报数; absent in posts that are neither. */
  readonly provisional?: boolean;
  /** How figures are counted (口径), in words. */
  readonly calibre: string;
  /** The scheme that scored it; null for reports without points. */
  readonly scheme: { readonly title: string; readonly version: number } | null;
}

/**
 * A sum beside the same stretch of last year, for 同比: `base` as last year is known today (现口径: 补报 and corrections
 * included), `reported` as it was known and published then (原报). Null: not known; `reported` absent in older reports.
 */
export interface Compared<Value extends Decimal = Decimal> {
  readonly now: Value;
  readonly base: Value | null;
  readonly reported?: Value | null;
}

/** A unit's line on the board. Counts may be fractions where a project is shared. */
export interface LeaderboardRow {
  readonly unitId: number;
  readonly unit: string;
  readonly group: string;
  /** Null: not ranked. */
  readonly rank: number | null;
  /** Places won (+) or lost (−) in the group against the period before; null when not ranked then. */
  readonly change: number | null;
  /** Points as the scheme prints them ("96.42"). */
  readonly score: string;
  /** The same as an exact share of the full marks (0.9642), for bars. */
  readonly scoreShare: Decimal;
  /** Points of each item, as printed. */
  readonly points: Readonly<Record<string, string>>;
  readonly signedCount: Decimal;
  readonly signedAmount: Amount;
  readonly funds: Amount;
  /** Null: no target. */
  readonly fundsTarget: Amount | null;
  readonly startedCount: Decimal;
  readonly fdi: ForeignAmount;
  readonly fdiTarget: ForeignAmount | null;
  /** The period's last month alone. */
  readonly month: { readonly signedCount: Decimal; readonly startedCount: Decimal; readonly funds: Amount };
  readonly flag: 'red' | 'yellow' | null;
}

/** Units ranked among themselves, in order of place. */
export interface LeaderboardGroup {
  readonly name: string;
  readonly rows: readonly LeaderboardRow[];
}

/** The month-end leaderboard (月度排行), also for a quarter, half-year or year. */
export interface LeaderboardModel extends ReportHead {
  readonly kind: 'leaderboard';
  /** Sums over all units. */
  readonly totals: {
    readonly funds: Compared<Amount>;
    readonly fundsTarget: Amount | null;
    readonly signedCount: Compared<Decimal>;
    readonly signedAmount: Compared<Amount>;
    readonly startedCount: Compared<Decimal>;
    readonly fdi: Compared<ForeignAmount>;
    readonly fdiTarget: ForeignAmount | null;
  };
  /** 序时进度: the share of the year that has passed, as a fraction ("5/6"). */
  readonly pace: string;
  readonly groups: readonly LeaderboardGroup[];
  /** Units with nothing in the month (白卷). */
  readonly blanks: {
    readonly signed: readonly string[];
    readonly started: readonly string[];
    readonly funds: readonly string[];
  };
  readonly provisional: boolean;
  /** Sums of 补报 among the month's figures; absent where there is none. */
  readonly late?: {
    readonly signedCount: Decimal;
    readonly startedCount: Decimal;
    readonly funds: Amount;
    readonly fdi: ForeignAmount;
  };
  /** 双过半 or 全年, on the boards of a half-year and a year. */
  readonly halfway?: Halfway;
  /** 同级对比, where a bulletin of other places is known. */
  readonly peers?: PeersPart;
  readonly asides?: Asides;
}

/** What is told beside the board, over all its units, from the task year’s first day to the period's end. */
export interface Asides {
  /** Funds from outside the province, overseas included; null where origins are not told apart. */
  readonly outsideFunds: Amount | null;
  readonly outings: Decimal;
  /** Outings that a principal leader (党政主要领导) led. */
  readonly ledOutings: Decimal;
  readonly receptions: Decimal;
  /** What the month's signings and outings were, line by line; absent on other boards, and where they are too many to print. */
  readonly signings?: readonly SigningLine[];
  readonly trips?: readonly TripLine[];
  /** Which of the two are too many to print. */
  readonly unlisted?: readonly ('新签约项目' | '外出招商情况')[];
}

/** A signing of the month, as far as it is credited to a unit. */
export interface SigningLine {
  readonly unit: string;
  readonly project: string;
  readonly amount: Amount;
  readonly share: Decimal;
  readonly day: CalendarDate | null;
}

/** An outing of the month. */
export interface TripLine {
  readonly unit: string;
  readonly what: string;
  readonly day: CalendarDate | null;
}

/** Where we stand among other places in one metric (同级对比), from a published bulletin. Gaps: their figure minus ours. */
export interface PeerStanding {
  readonly metric: string;
  readonly name: string;
  readonly unit: '万元' | '万美元' | '个';
  readonly value: Decimal;
  readonly rank: number;
  readonly of: number;
  readonly above: { readonly place: string; readonly gap: Decimal } | null;
  readonly below: { readonly place: string; readonly gap: Decimal } | null;
  /** Null: we are the first. */
  readonly first: { readonly place: string; readonly gap: Decimal } | null;
}

/** The comparison with other places that a post carries: of which period, and by whose figures. */
export interface PeersPart {
  readonly periodLabel: string;
  readonly source: string | null;
  readonly standings: readonly PeerStanding[];
  /** Our mean project size over all places', as a fraction text; null: not known. */
  readonly meanSize: string | null;
}

/** Who has done their share of the annual tasks by the end of a half-year or year. */
export interface Halfway {
  readonly metrics: readonly HalfwayMetric[];
  /** How many units have any task, and those of them that passed in each of their tasks. */
  readonly withTasks: number;
  readonly allPassed: readonly string[];
}

/** One kind of task over all units that have it, in official order. */
export interface HalfwayMetric {
  readonly metric: string;
  readonly name: string;
  readonly unit: '万元' | '万美元' | '个';
  readonly done: Decimal;
  readonly target: Decimal;
  readonly rows: readonly {
    readonly unit: string;
    readonly done: Decimal;
    readonly target: Decimal;
    readonly passed: boolean;
  }[];
}

/** One headline of the digest: this week's figure and last week's. */
export interface Headline<Value extends Decimal = Decimal> {
  readonly now: Value;
  readonly before: Value;
}

/** A unit whose place changed, with why. */
export interface Mover {
  readonly unit: string;
  readonly group: string;
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** A stage with how many projects have come that far this year. */
export interface FunnelStep {
  readonly stage: string;
  readonly count: number;
  /** Planned investment, 万元; null where it is not counted. */
  readonly amount: Amount | null;
  readonly added: number;
}

/** What a unit did in the week. */
export interface DigestRow {
  readonly unit: string;
  readonly group: string;
  readonly leads: number;
  readonly progress: number;
  readonly signed: Decimal;
  readonly funds: Amount;
  readonly activities: number;
  readonly tasksDone: number;
  readonly tasksOverdue: number;
}

/** The weekly digest (招商周报): from the last digest's cut-off to this one, no gap, no overlap. */
export interface DigestModel extends ReportHead {
  readonly kind: 'digest';
  readonly funds: Headline<Amount>;
  readonly signedCount: Headline;
  readonly signedAmount: Headline<Amount>;
  readonly leads: Headline;
  readonly outings: Headline;
  readonly receptions: Headline;
  /** The last twelve weeks' funds, oldest first; `note` explains an odd one ("国庆节"). */
  readonly weeks: readonly { readonly label: string; readonly funds: Amount; readonly note: string | null }[];
  readonly movers: readonly Mover[];
  readonly funnel: readonly FunnelStep[];
  readonly rows: readonly DigestRow[];
  readonly newLeads: readonly string[];
  readonly moves: readonly string[];
  readonly money: readonly string[];
  readonly keyProjects: readonly string[];
  readonly overdue: readonly string[];
  readonly problems: readonly string[];
  /** Units with nothing at all in the week. */
  readonly silent: readonly string[];
  readonly nextWeek: readonly string[];
  readonly tasks: { readonly done: number; readonly overdue: number; readonly open: number };
  /** 同级对比, where a bulletin of other places is known. */
  readonly peers?: PeersPart;
}

/** A unit that got a flag, with the reason. */
export interface Flagged {
  readonly unit: string;
  readonly rank: number;
  readonly score: string;
  readonly why: string;
}

/** One quarter's flags, group by group (季度红黄旗). */
export interface FlagsModel extends ReportHead {
  readonly kind: 'flags';
  readonly groups: readonly {
    readonly name: string;
    readonly size: number;
    readonly red: readonly Flagged[];
    readonly yellow: readonly Flagged[];
  }[];
}

/** A unit's line on a single board, its figures as the scheme prints them. */
export interface BoardRow {
  readonly unitId: number;
  readonly unit: string;
  readonly group: string;
  /** Null: not ranked. */
  readonly rank: number | null;
  readonly cells: readonly string[];
  readonly flags: readonly string[];
}

/** A board of its own (单项榜, 攻坚榜): columns are what its scheme shows; one group without a name where all are ranked together. */
export interface BoardModel extends ReportHead {
  readonly kind: 'board';
  readonly columns: readonly string[];
  readonly groups: readonly { readonly name: string; readonly rows: readonly BoardRow[] }[];
}

/** Any report. */
export type ReportModel = LeaderboardModel | DigestModel | FlagsModel | BoardModel;
