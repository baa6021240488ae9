import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Period } from '../domain/calendar/period.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import type { Settings } from '../domain/settings.ts';
import type { Reply } from '../rendering/reply.ts';
import type { OrgTx } from '../services/transaction.ts';

/** The org a post or job runs for, as of the instant it is due. */
export interface OrgClock {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
}

/** A post that is due: which period it covers and at which instant its figures are cut. */
export interface Due {
  readonly period: Period;
  readonly at: Date;
}

/** What a post's work may know. `now` is the due instant (a late post says the same as a punctual one). */
export interface PostContext {
  readonly tx: OrgTx;
  readonly org: OrgClock;
  readonly due: Due;
  readonly now: Date;
  readonly today: CalendarDate;
  /** Chats that subscribed to this post. */
  readonly chats: readonly { readonly id: number; readonly name: string; readonly unitId: number | null }[];
}

/** One message of a post: to a chat or to a person directly. */
export interface Posting {
  readonly to: { readonly chatId: number } | { readonly personId: number };
  readonly reply: Reply;
}

/**
 * A scheduled post: the default export of a file in `jobs/`. When it is due is a pure question to the calendar; it is
 * asked each minute for the time since it was last asked, so downtime is caught up once. The ledger makes each posting
 * once per report, period and chat.
 */
export interface Post {
  readonly kind: 'post';
  /** The word people subscribe to ("周报"). */
  readonly name: string;
  /** The ledger's word, for ever ("weekly"). */
  readonly report: string;
  /** The day's due posts, or none. Asked for every day of a span. */
  due(day: CalendarDate, org: OrgClock): readonly Due[];
  /** Builds the postings in the transaction of the ledger rows; none when there is nothing to say. */
  run(context: PostContext): Promise<readonly Posting[]>;
}

/** Background work at every tick, in a transaction of its own; harmless to repeat. */
export interface Job {
  readonly kind: 'job';
  readonly name: string;
  run(context: {
    readonly tx: OrgTx;
    readonly org: OrgClock;
    readonly now: Date;
    readonly today: CalendarDate;
  }): Promise<void>;
}

/** Gives a job file its types. */
export const definePost = (post: Omit<Post, 'kind'>): Post => ({ kind: 'post', ...post });
/** Gives a job file its types. */
export const defineJob = (job: Omit<Job, 'kind'>): Job => ({ kind: 'job', ...job });
