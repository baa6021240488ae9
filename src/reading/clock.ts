import { foldWidth } from './clean.ts';

/** A wall clock written in a text ("17点前", "下午3点半", "9:30前", "下班前"), as "HH:MM". */
export interface ClockSpan {
  readonly start: number;
  readonly end: number;
  readonly clock: string;
}

const CLOCK =
  /(?<half>上午|早上|中午|下午|傍晚|晚上|晚)?(?<hour>\d{1,2})(?:[点时](?:(?<word>半)|(?<minute>\d{1,2})分?)?|:(?<colon>\d{2}))(?:钟)?(?:之前|以前|前)?|下班(?:之前|以前|前)|中午(?:之前|以前|前)/;

/** A clock that no day has ("25点"), as it is written; null when there is none. */
export function impossibleClock(text: string): string | null {
  const found = CLOCK.exec(foldWidth(text))?.[0] ?? null;
  return found !== null && readClock(text) === null ? found : null;
}

/** The first clock in a text; null when there is none or it cannot be (25点). Linear: each part is bounded. */
export function readClock(text: string): ClockSpan | null {
  const match = CLOCK.exec(foldWidth(text));
  if (!match) return null;
  const end = match.index + match[0].length;
  const { half, hour, word, minute, colon } = match.groups ?? {};
  if (hour === undefined) return { start: match.index, end, clock: match[0].startsWith('下班') ? '17:30' : '12:00' };
  const afternoon = half !== undefined && /下午|傍晚|晚/.test(half) && Number(hour) < 12;
  const hours = Number(hour) + (afternoon ? 12 : 0);
  const minutes = word ? 30 : Number(minute ?? colon ?? 0);
  if (hours > 23 || minutes > 59) return null;
  return { start: match.index, end, clock: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` };
}
