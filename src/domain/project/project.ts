import type { CalendarDate, Instant } from '../calendar/date.ts';
import type { Amount, Area, ForeignAmount } from '../money/decimal.ts';
import type { Hidden } from './hidden.ts';

/** The stages in order, with the two that an org may switch on (意向, 竣工), then the exits. */
export const STAGES = ['线索', '在谈', '意向', '签约', '落地', '开工', '竣工', '投产'] as const;
export const EXITS = ['搁置', '流失', '否决'] as const;

/** A stage on the way from lead to production. */
export type Stage = (typeof STAGES)[number];
/** A way out. 搁置 may resume. */
export type Exit = (typeof EXITS)[number];
/** Where a project stands. */
export type Standing = Stage | Exit;

/** Where an investor stands to us: of our own city, of our province, of another province, of abroad (港澳台 included). */
export type Origin = 'local' | 'province' | 'outside' | 'overseas';

/** What the origins are called. */
export const ORIGIN_NAMES: Readonly<Record<Origin, string>> = {
  local: '本市',
  province: '省内市外',
  outside: '省外',
  overseas: '境外',
};

/** 填报 reported, 核实 verified, 退回 returned. Only verified moves count. */
export type Verification = 'reported' | 'verified' | 'returned';

/** A lead or project: one record through its whole life (domain.md section 2). Absent facts are null, never guessed. */
export interface Project {
  readonly id: number;
  readonly name: string;
  readonly investor: string | null;
  readonly creditCode: string | null;
  readonly chain: string | null;
  readonly chainNode: string | null;
  readonly industry: string | null;
  readonly investment: Amount | null;
  readonly investmentMax: Amount | null;
  readonly approximate: boolean;
  readonly agreement: Amount | null;
  readonly fixedAssetsPlan: Amount | null;
  readonly foreignPlan: ForeignAmount | null;
  readonly foreignFunded: boolean;
  readonly projectType: string;
  readonly investorRegion: string | null;
  readonly origin: Origin | null;
  readonly land: Area | null;
  readonly jobs: number | null;
  readonly output: Amount | null;
  readonly tax: Amount | null;
  readonly sourceMethod: string | null;
  readonly referrer: string | null;
  readonly site: string | null;
  readonly nextStep: string | null;
  readonly nextStepOn: CalendarDate | null;
  /** The responsible unit; null while in the pool (公海). */
  readonly unitId: number | null;
  readonly leader: string | null;
  readonly team: string | null;
  readonly plan: string | null;
  readonly serviceOfficer: string | null;
  readonly tags: readonly string[];
  readonly keyProject: boolean;
  readonly stage: Standing;
  readonly stageState: Verification;
  readonly stageOn: CalendarDate;
  readonly lostReason: string | null;
  /** The place or rival that it went to. */
  readonly lostTo: string | null;
  /** How likely the next stage is, in percent; when which stage is expected. Told by the unit, never counted. */
  readonly likelihood: number | null;
  readonly expectedOn: CalendarDate | null;
  readonly expectedStage: Stage | null;
  readonly firstUnitId: number | null;
  readonly firstReportedBy: number | null;
  readonly firstReportedAt: Instant;
  /** The protection runs from here (first report, or the last verified progress). */
  readonly protectedFrom: Instant;
  readonly lastProgressOn: CalendarDate;
  readonly poolSince: CalendarDate | null;
  /** The unit that lost it to the pool. */
  readonly poolFromUnitId: number | null;
  /** pending: a likely duplicate recorded all the same, for staff to decide. */
  readonly adjudication: 'clear' | 'pending' | 'refused';
  /** 保密项目: the people who may know it; null: no secret. */
  readonly secretTo: readonly number[] | null;
  /** What only they see; the fields themselves then hold a code name or nothing. */
  readonly secret: Hidden | null;
  readonly version: number;
}

/** Whether the project is on its way (not lost, vetoed or set aside). */
export const isOpen = (project: Pick<Project, 'stage'>): boolean =>
  (STAGES as readonly string[]).includes(project.stage);
