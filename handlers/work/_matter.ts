import type { Context } from '../../src/commands/context.ts';
import { readSlots } from '../../src/commands/read-slots.ts';
import { refusalReply } from '../../src/commands/refusals.ts';
import { assignee, day, record, rest, type Values } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { impossibleClock, readClock } from '../../src/reading/clock.ts';
import type { ReadItem } from '../../src/rendering/cards/meeting.card.ts';
import type { Assignment } from '../../src/services/task.service.ts';

/** What says a task: who, by when, what, about which project. */
export const MATTER = {
  assignees: assignee('责任单位或人'),
  due: day('future', '期限'),
  project: record('X', '项目编号', { optional: true }),
  matter: rest('事项'),
};

const URGENT = /【?(?:特急|紧急|加急)】?[\s，,:：]*/;

/** A task as told: its clock and urgency are taken out of the words. Refusal "clock.impossible". */
export function matterOf({ assignees, due, project, matter }: Values<typeof MATTER>): Assignment {
  const wrong = impossibleClock(matter);
  if (wrong) throw new Refusal('clock.impossible', { text: wrong });
  const clock = readClock(matter);
  const withoutClock = clock ? matter.slice(0, clock.start) + matter.slice(clock.end) : matter;
  const title =
    withoutClock
      .replace(URGENT, '')
      .replace(/^[\s，,、]+/, '')
      .trim() || matter;
  return {
    assignees,
    title,
    dueOn: due,
    dueTime: clock?.clock ?? null,
    urgent: URGENT.test(matter),
    projectId: project,
  };
}

/** The mark ahead of an item of a list. */
export const BULLET = /^\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]|[-*•·])\s*/;

/** A line as a task, or why it is none. */
type ReadMatter = (ReadItem & { readonly assignment: Assignment }) | Extract<ReadItem, { why: string }>;

/** One line of a list: a task, or what it lacks. */
export function readMatter(raw: string, context: Context): ReadMatter {
  const line = raw.replace(BULLET, '');
  try {
    const { values, missing } = readSlots(MATTER, line, context);
    if (missing.length > 0) {
      const labels = missing.map((name) => MATTER[name as keyof typeof MATTER].label);
      return { line, why: `没有${labels.join('、')}` };
    }
    const assignment = matterOf(values as Values<typeof MATTER>);
    return { line, ...assignment, assignment };
  } catch (error) {
    if (error instanceof Refusal) return { line, why: refusalReply(error).title };
    throw error;
  }
}

/** Every line as a task; `about`: the project of a single one. Refusal "matter.unread" with the line that is none. */
export function readMatters(text: string, about: number | undefined, context: Context): readonly Assignment[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) throw new Refusal('matter.unread', { line: '', why: '没有事项' });
  return lines.map((line) => {
    const read = readMatter(line, context);
    if ('why' in read) throw new Refusal('matter.unread', { line: read.line.slice(0, 30), why: read.why });
    return lines.length === 1 && about !== undefined ? { ...read.assignment, projectId: about } : read.assignment;
  });
}
