import type { Instant } from '../calendar/date.ts';

/** What a unit does with a leader's notice, in order; a later step stands for the earlier ones. */
export const RECEIPTS = { read: '已阅', reported: '已报告主要领导', arranged: '已部署' } as const;

/** One step of a receipt. */
export type Receipt = keyof typeof RECEIPTS;

/** 传达: a notice that asks named units for a receipt. */
export interface Broadcast {
  readonly id: number;
  readonly text: string;
  readonly sentBy: number;
  readonly sentAt: Instant;
  readonly units: readonly number[];
  readonly chasedAt: Instant | null;
}

/** How far each unit has come with a notice. */
export interface Standing {
  readonly unitId: number;
  readonly unit: string;
  readonly step: Receipt | null;
  readonly person: string | null;
}

const ORDER = Object.keys(RECEIPTS) as Receipt[];

/** The furthest of the steps. */
export const furthest = (steps: readonly Receipt[]): Receipt | null =>
  ORDER.findLast((step) => steps.includes(step)) ?? null;
