import type { CalendarDate, Instant } from '../calendar/date.ts';
import type { Light } from './light.ts';

/** 承诺: what was promised to an investor, by which unit, due when; fulfilled when, with what evidence. */
export interface Commitment {
  readonly id: number;
  readonly projectId: number;
  readonly text: string;
  readonly unitId: number | null;
  readonly dueOn: CalendarDate;
  /** Number of the fair-competition review, where the words need one. */
  readonly reviewNumber: string | null;
  readonly state: 'open' | 'kept';
  readonly madeBy: number;
  readonly madeAt: Instant;
  readonly keptOn: CalendarDate | null;
  readonly evidence: string | null;
  readonly version: number;
}

/** A commitment with the names that cards show, and its light; null once kept. */
export interface CommitmentView extends Commitment {
  readonly unitName: string | null;
  readonly projectName: string;
  readonly projectUnitId: number | null;
  readonly projectLeader: string | null;
  readonly makerName: string | null;
  readonly light: Light | null;
}

/** "C3". */
export const commitmentNumber = (commitment: Pick<Commitment, 'id'>): string => `C${commitment.id}`;

/** How a unit keeps what was promised: of what was due by today, how much is kept, and how much of it in time. */
export interface Fulfilment {
  readonly unit: string;
  readonly due: number;
  readonly kept: number;
  readonly late: number;
}

const REVIEWED =
  /(?:税|社保|规费).{0,6}(?:返还|返税|奖励|减免|全免|先征后[返退]|留成)|(?:返还|减免|免征|免除?).{0,6}(?:税|土地|地价|租金|规费)|零地价|零租金|(?:免费|无偿|低价|低于成本).{0,4}(?:供地|用地|土地|厂房)|(?:土地|地价)(?:款|出让金)?.{0,4}(?:返还|补贴|奖励)|(?:按|依)(?:纳税|税收|产值|地方贡献).{0,12}(?:奖|补|返)|地方财政贡献|独家|排他|专供/;

/**
 * Words that need the fair-competition review of the 2024 regulation (公平竞争审查条例): tax rebates, free or cheap land, rewards tied to tax. They are
 * noted, never blocked.
 */
export const needsReview = (text: string): boolean => REVIEWED.test(text);
