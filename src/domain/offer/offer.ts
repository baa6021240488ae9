import type { CalendarDate } from '../calendar/date.ts';
import { type Amount, sum } from '../money/decimal.ts';

/** A project that we have packaged and offer to investors (储备, domain.md section 9). */
export interface Offer {
  readonly id: number;
  readonly name: string;
  readonly chain: string | null;
  /** Investment sought, 万元. */
  readonly sought: Amount | null;
  readonly site: string | null;
  readonly contact: string | null;
  readonly summary: string | null;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly pitches: readonly Pitch[];
}

/** Somebody whom it was offered to, and the lead that came of it. */
export interface Pitch {
  readonly company: string;
  readonly on: CalendarDate;
  readonly projectId: number | null;
}

/** The library in figures: how many, what they seek together (万元), how often offered, how many leads came of it. */
export const offerFigures = (offers: readonly Offer[]) => ({
  count: offers.length,
  sought: sum(offers.flatMap(({ sought }) => sought ?? [])),
  pitches: offers.reduce((total, { pitches }) => total + pitches.length, 0),
  leads: new Set(offers.flatMap(({ pitches }) => pitches.flatMap(({ projectId }) => projectId ?? []))).size,
});
