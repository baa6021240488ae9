import { insertLedger, judgedTo, markJudged, subscribers } from '../db/post.repository.ts';
import { addDays, type CalendarDate, dateAt } from '../domain/calendar/date.ts';
import type { Period } from '../domain/calendar/period.ts';
import { workCalendar } from '../domain/calendar/workday.ts';
import { Refusal } from '../domain/refusal.ts';
import { outageCard } from '../rendering/cards/outage.card.ts';
import { note, type Reply } from '../rendering/reply.ts';
import { notifyChat, notifyPeople } from '../services/notice.service.ts';
import { listOrgs, type Org } from '../services/org.service.ts';
import { noticeOutage } from '../services/outage.service.ts';
import { listPeople } from '../services/people.service.ts';
import { type Db, inOrg, type OrgTx } from '../services/transaction.ts';
import type { Due, OrgClock, Post, Posting } from './define.ts';
import type { JobBook } from './load.ts';

/** A posting later than this is marked 补发. */
const LATE_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/** What one tick did, for the log and for `xiaozhao tick`. */
export interface Ticked {
  readonly org: string;
  readonly report: string;
  readonly period: string;
  readonly state: 'posted' | 'listed' | 'empty';
  readonly late: boolean;
}

/** How a tick is run. */
export interface TickOptions {
  /** Told of what fails; without it the tick fails. */
  readonly failed?: (error: unknown, what: string) => void;
  /** Asked before each piece of work: true leaves the rest to the next tick, of this process or another one. */
  readonly stopping?: () => boolean;
}

/**
 * Does everything that became due since the last tick, org by org: each post of each period once, then the background
 * jobs. What fails is told to `failed` and asked again at the next tick, the rest goes on. Several workers may tick at once. The first tick of an org only sets its mark.
 */
export async function tick(
  db: Db,
  book: JobBook,
  now: Date,
  { failed = rethrow, stopping = () => false }: TickOptions = {},
): Promise<readonly Ticked[]> {
  const done: Ticked[] = [];
  for (const org of await listOrgs(db)) {
    const attempt = async <Result>(what: string, work: (tx: OrgTx) => Promise<Result>): Promise<Result | undefined> =>
      inOrg(db, org.id, work).catch((error: unknown) => {
        failed(error, `${org.name} ${what}`);
        return undefined;
      });
    let upTo = now;
    const clock = clockOf(org);
    await attempt('停机说明', (tx) => noticeOutage(tx, now, (from, to) => outageCard(from, to, org.timeZone)));
    const after = await inOrg(db, org.id, judgedTo);
    if (after && after < now) {
      for (const { post, due } of duePosts(book.posts, clock, after, now)) {
        if (stopping()) {
          upTo = earlier(upTo, due.at);
          break;
        }
        const state = await attempt(post.report, (tx) => publish(tx, clock, post, due, now));
        if (state === undefined) upTo = earlier(upTo, due.at);
        if (state) done.push({ org: org.name, report: post.report, period: due.period.key, ...state });
      }
    }
    for (const job of book.jobs) {
      if (stopping()) break;
      await attempt(job.name, (tx) => job.run({ tx, org: clock, now, today: dateAt(now, org.timeZone) }));
    }
    if (upTo.getTime() >= (after?.getTime() ?? 0)) await inOrg(db, org.id, (tx) => markJudged(tx, upTo));
  }
  return done;
}

/** The mark that leaves what is due at this instant to be asked again. */
const earlier = (mark: Date, due: Date): Date => new Date(Math.min(mark.getTime(), due.getTime() - 1));

const rethrow = (error: unknown): never => {
  throw error;
};

const clockOf = (org: Org): OrgClock => ({
  ...org,
  calendar: workCalendar(new Map(Object.entries(org.settings.calendarOverrides))),
});

/** Every post due in (after, until], in order of its instant. Pure. */
export function duePosts(
  posts: readonly Post[],
  org: OrgClock,
  after: Date,
  until: Date,
): readonly { post: Post; due: Due }[] {
  const found: { post: Post; due: Due }[] = [];
  const last = dateAt(until, org.timeZone);
  const oldest = new Date(Math.max(after.getTime(), until.getTime() - 40 * DAY_MS));
  for (let day: CalendarDate = dateAt(oldest, org.timeZone); day <= last; day = addDays(day, 1)) {
    for (const post of posts) {
      for (const due of post.due(day, org)) if (due.at > after && due.at <= until) found.push({ post, due });
    }
  }
  return found.sort((a, b) => a.due.at.getTime() - b.due.at.getTime());
}

async function publish(
  tx: OrgTx,
  org: OrgClock,
  post: Post,
  due: Due,
  now: Date,
): Promise<Pick<Ticked, 'state' | 'late'> | null> {
  const age = now.getTime() - due.at.getTime();
  const late = age > LATE_MS;
  const line = { report: post.report, period: due.period.key, dueAt: due.at, late };
  const listed = age > org.settings.catchUpDays * DAY_MS;
  if (!(await insertLedger(tx, { ...line, chatId: 0, state: listed ? 'listed' : 'posted' }))) return null;
  if (listed) {
    await tellStaff(tx, post, due, now);
    return { state: 'listed', late };
  }
  const chats = await subscribers(tx, post.name);
  const postings = await post.run({ tx, org, due, now: due.at, today: dateAt(due.at, org.timeZone), chats });
  for (const posting of postings) await put(tx, post, line, posting, now);
  return { state: postings.length > 0 ? 'posted' : 'empty', late };
}

/**
 * Posts a period's report now, ahead of its time or after it was missed, once: its figures are cut at `now`. Gives how many
 * messages went out. Refusals "report.future" and "report.published".
 */
export async function postNow(tx: OrgTx, org: Org, post: Post, period: Period, now: Date): Promise<number> {
  if (period.from > dateAt(now, org.timeZone)) throw new Refusal('report.future', { period: period.key });
  const line = { report: post.report, period: period.key, dueAt: now, late: false };
  if (!(await insertLedger(tx, { ...line, chatId: 0, state: 'posted' })))
    throw new Refusal('report.published', { period: period.key, report: post.name });
  const today = dateAt(now, org.timeZone);
  const chats = await subscribers(tx, post.name);
  const postings = await post.run({ tx, org: clockOf(org), due: { period, at: now }, now, today, chats });
  for (const posting of postings) await put(tx, post, line, posting, now);
  return postings.length;
}

/** A post too old to be posted is named to staff instead. */
async function tellStaff(tx: OrgTx, post: Post, due: Due, now: Date): Promise<void> {
  const staff = (await listPeople(tx)).filter((person) => !person.disabled && ['staff', 'admin'].includes(person.role));
  const reply: Reply = {
    title: `${post.name}（${due.period.key}）停机期间没有发出，已超过补发期限`,
    tone: 'warn',
    parts: [note('没有补发到群里；需要时请用对应命令查看。')],
  };
  await notifyPeople(
    tx,
    staff.map((person) => person.id),
    { class: 'notice', dedupeKey: `listed:${post.report}:${due.period.key}`, reply, now },
  );
}

async function put(
  tx: OrgTx,
  post: Post,
  line: { report: string; period: string; dueAt: Date; late: boolean },
  { to, reply }: Posting,
  now: Date,
): Promise<void> {
  const chatId = 'chatId' in to ? to.chatId : -to.personId;
  if (!(await insertLedger(tx, { ...line, chatId, state: 'posted' }))) return;
  const notice = {
    class: 'post' as const,
    dedupeKey: `post:${line.report}:${line.period}`,
    reply: line.late ? markedLate(reply, post.name) : reply,
    now,
    late: line.late,
  };
  if ('chatId' in to) await notifyChat(tx, to.chatId, notice);
  else await notifyPeople(tx, [to.personId], notice);
}

const markedLate = (reply: Reply, name: string): Reply => ({
  ...reply,
  title: `【补发】${reply.title}`,
  parts: [...(reply.parts ?? []), note(`${name}应于更早时间发出，因故补发，数字截至原定时间。`)],
});
