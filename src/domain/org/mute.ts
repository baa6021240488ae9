import { type CalendarDate, parseIsoDate } from '../calendar/date.ts';

/**
 * Kinds of reminder a person may keep quiet. Escalations (at due, overdue, to leaders) cannot be muted (spec/chat.md).
 * `words`: what people call them.
 */
export const MUTABLE = {
  今日待办: ['今日待办', '待办', '早报', '日报'],
  停滞提醒: ['停滞提醒', '停滞', '没有进展'],
  到期提醒: ['到期提醒', '任务提醒', '提前提醒'],
} as const;

/** A kind of reminder. */
export type Mutable = keyof typeof MUTABLE;

/** The kind a text names, or null. */
export const mutableIn = (text: string): Mutable | null =>
  (Object.keys(MUTABLE) as Mutable[]).find((kind) => MUTABLE[kind].some((word) => text.includes(word))) ?? null;

/** A mute as a person keeps it: until further notice, or to the end of a day ("停滞提醒<2026-06-20"). */
export const muteOf = (kind: Mutable, until: CalendarDate | null): string => (until ? `${kind}<${until}` : kind);

/** The mute read back; null for an unknown one. */
export function readMute(mute: string): { readonly kind: Mutable; readonly until: CalendarDate | null } | null {
  const [kind = '', until] = mute.split('<');
  return Object.hasOwn(MUTABLE, kind) ? { kind: kind as Mutable, until: until ? parseIsoDate(until) : null } : null;
}

/** Whether a kind is quiet on a day. */
export const isMuted = (mutes: readonly string[], kind: Mutable, today: CalendarDate): boolean =>
  mutes.map(readMute).some((mute) => mute?.kind === kind && (mute.until === null || today <= mute.until));
