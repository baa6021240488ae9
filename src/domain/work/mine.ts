import type { CalendarDate } from '../calendar/date.ts';
import type { Resource } from '../resource/resource.ts';
import type { Duty } from './duty.ts';
import type { ProblemView } from './problem.ts';
import type { TaskView } from './task.ts';

/** A project whose next step has a day, or that has seen no progress for long. */
export interface ProjectDue {
  readonly id: number;
  readonly name: string;
  readonly unitId: number | null;
  /** The next step, when it has a day. */
  readonly nextStep: string | null;
  readonly nextStepOn: CalendarDate | null;
  readonly lastProgressOn: CalendarDate;
  /** The last day of first-report protection; null where none runs. */
  readonly protectedTo: CalendarDate | null;
}

/** An answer that a referrer is owed by a day. */
export interface ReplyDue {
  readonly projectId: number;
  readonly project: string;
  readonly referrer: string | null;
  readonly step: string;
  readonly dueOn: CalendarDate;
}

/**
 * Something that waits for a person. task: to do · check: to pass or send back, or an extension to answer · problem: of
 * the unit · duty: a promise or request it answers for · step: a project's next step · stalled: a lead without progress · quiet: helpers outside untouched for long · unvisited: firms of the unit, landed and not called on for long · verify: reports in the staff's queue.
 */
export type MineItem =
  | { readonly kind: 'task'; readonly task: TaskView }
  | { readonly kind: 'check'; readonly task: TaskView }
  | { readonly kind: 'problem'; readonly problem: ProblemView }
  | { readonly kind: 'duty'; readonly duty: Duty }
  | { readonly kind: 'step'; readonly project: ProjectDue }
  | { readonly kind: 'stalled'; readonly project: ProjectDue }
  | { readonly kind: 'reply'; readonly reply: ReplyDue }
  | { readonly kind: 'quiet'; readonly resources: readonly Resource[] }
  | { readonly kind: 'unvisited'; readonly firms: readonly { readonly id: number; readonly name: string }[] }
  | { readonly kind: 'verify'; readonly count: number };

/** The day by which an item has to be done; null for what waits without a day. */
export function dueOf(item: MineItem): CalendarDate | null {
  switch (item.kind) {
    case 'task':
      return item.task.dueOn;
    case 'problem':
      return item.problem.dueOn;
    case 'duty':
      return item.duty.dueOn;
    case 'step':
      return item.project.nextStepOn;
    case 'reply':
      return item.reply.dueOn;
    case 'stalled':
      return item.project.protectedTo;
    case 'check':
    case 'quiet':
    case 'unvisited':
    case 'verify':
      return null;
  }
}

/** Whether it is past its day (or its clock). */
export function isLate(item: MineItem, today: CalendarDate): boolean {
  if (item.kind === 'task') return item.task.light === 'red';
  const due = dueOf(item);
  return due !== null && due < today;
}

/** Overdue first, then what is due today, what others wait for, then the rest by day. */
export const byUrgency = (items: readonly MineItem[], today: CalendarDate): readonly MineItem[] =>
  [...items].sort((a, b) => rank(a, today) - rank(b, today) || compareDays(dueOf(a), dueOf(b)));

function rank(item: MineItem, today: CalendarDate): number {
  if (isLate(item, today)) return 0;
  if (dueOf(item) === today) return 1;
  if (item.kind === 'check' || item.kind === 'verify') return 2;
  return ['stalled', 'quiet', 'unvisited'].includes(item.kind) ? 4 : 3;
}

const compareDays = (a: CalendarDate | null, b: CalendarDate | null): number =>
  (a ?? '9999').localeCompare(b ?? '9999', 'en');
