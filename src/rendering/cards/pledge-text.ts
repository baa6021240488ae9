import type { CalendarDate } from '../../domain/calendar/date.ts';
import { dayText } from '../day.ts';

interface Signed {
  readonly signatory: string;
  readonly signedOn: CalendarDate;
}

/** "王五 2026年1月15日签订", "还没有签". */
export const pledgeText = (pledge: Signed | null): string =>
  pledge === null ? '还没有签' : `${pledge.signatory} ${pledge.signedOn.slice(0, 4)}年${dayText(pledge.signedOn)}签订`;
