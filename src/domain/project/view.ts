import type { CalendarDate } from '../calendar/date.ts';
import type { Effect } from '../effect/effect.ts';
import type { Fulfilment } from '../evaluation/forecast.ts';
import type { EntryKind } from '../ledger/entry.ts';
import type { Expected } from '../ledger/expected.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Diligence } from './diligence.ts';
import type { ProjectContact, ProjectEvent } from './history.ts';
import type { Project } from './project.ts';
import type { Protection } from './protection.ts';

/** A project as one person may see it. */
export interface ProjectView {
  readonly project: Project;
  readonly unitName: string | null;
  readonly firstUnitName: string | null;
  /** The day of the first report. */
  readonly firstOn: CalendarDate;
  /** Contacts and history are for the own unit, staff, admins and leaders. */
  readonly full: boolean;
  /** The viewer may report on it. */
  readonly mayReport: boolean;
  readonly mayVerify: boolean;
  readonly contacts: readonly ProjectContact[];
  readonly events: readonly ProjectEvent[];
  readonly totals: readonly { readonly kind: EntryKind; readonly verified: Decimal; readonly reported: Decimal }[];
  readonly work: readonly { readonly number: string; readonly title: string; readonly dueOn: CalendarDate }[];
  /** What it does for the place. */
  readonly effects: readonly Effect[];
  /** Money that is about to arrive; never counted. */
  readonly expected: readonly Expected[];
  /** What was last found of the investor; null when nobody looked. */
  readonly diligence: Diligence | null;
  readonly protection: Protection;
  /** Forecast against result; null before production, and for those who see the outline alone. */
  readonly fulfilment: Fulfilment | null;
}
