import { changeProject } from '../db/project.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import { decideTip, findTip, insertTip, openTips, type Sender, tipsOf } from '../db/tip.repository.ts';
import { dateAt } from '../domain/calendar/date.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Tip, tipNumber } from '../domain/tip.ts';
import { staffOf } from '../domain/work/recipients.ts';
import type { Acting, Draw } from './acting.ts';
import { draftOf, understand } from './lead-reading.ts';
import { notifyChat, notifyPeople } from './notice.service.ts';
import { type Alike, alikeOf, fileLead } from './project.service.ts';
import type { ReadingContext } from './reading-context.ts';
import type { OrgTx } from './transaction.ts';

/** How many tips one sender may give on a day. */
const MOST_A_DAY = 5;
const MOST_CHARACTERS = 1000;

type Giving = Pick<Acting, 'org' | 'now' | 'today'> & ReadingContext;

/**
 * Takes a lead from somebody who is not on the roster: kept as typed, with a receipt, until staff take or decline it.
 * Refusals "tip.off" (the office has not opened this), "tip.unread", "tip.too-many".
 */
export async function giveTip(tx: OrgTx, giving: Giving, from: Sender, text: string, ask: Draw<Tip>): Promise<Tip> {
  if (giving.org.settings.outsideLeads !== '开') throw new Refusal('tip.off');
  const said = text.trim().slice(0, MOST_CHARACTERS);
  if (!saysLead(said, giving)) throw new Refusal('tip.unread');
  const before = await tipsOf(tx, from);
  const same = before.find((tip) => tip.text === said);
  if (same) return same;
  const todays = before.filter(({ givenAt }) => dateAt(givenAt, giving.org.timeZone) === giving.today);
  if (todays.length >= MOST_A_DAY) throw new Refusal('tip.too-many', { most: MOST_A_DAY });
  const tip = await insertTip(tx, said, from, giving.now);
  const staff = staffOf(await listPeople(tx)).map(({ id }) => id);
  const dedupeKey = `tip:${tip.id}:given`;
  await notifyPeople(tx, staff, { class: 'notice', dedupeKey, reply: ask(tip), now: giving.now });
  return tip;
}

function saysLead(text: string, reading: ReadingContext): boolean {
  const { kind, company, project, investment, foreign, contactPhone } = understand(text, reading);
  const facts = [company, project, investment, foreign, contactPhone].filter((fact) => fact !== null).length;
  return facts >= 2 || (kind === 'lead' && facts >= 1);
}

/** A sender's own tips, the latest first. */
export const ownTips = tipsOf;

/** The tips that wait for staff. */
export const waitingTips = openTips;

/** A tip by its number, for staff. Refusals "tip.none", "access.not-yours". */
export async function loadTip(tx: OrgTx, { actor }: Pick<Acting, 'actor'>, id: number): Promise<Tip> {
  requireReach(actor, 'verify', null);
  const tip = await findTip(tx, id);
  if (!tip) throw new Refusal('tip.none', { tip: `T${id}` });
  return tip;
}

/** What became of taking a tip: it was decided before, it looks like a known project, or it is a lead in the pool. */
export type Taken =
  | { readonly outcome: 'before'; readonly tip: Tip }
  | { readonly outcome: 'alike'; readonly tip: Tip; readonly alike: readonly Alike[] }
  | { readonly outcome: 'taken'; readonly tip: Tip; readonly project: Project };

/**
 * Staff take a tip: it becomes a lead in the pool with its sender as referrer, and the sender is told. A likely double is
 * shown first (`despite` takes it all the same, for staff to decide on).
 */
export async function takeTip(
  tx: OrgTx,
  acting: Acting & ReadingContext,
  id: number,
  despite: boolean,
  tell: Draw<Tip>,
): Promise<Taken> {
  const tip = await loadTip(tx, acting, id);
  if (tip.state !== 'new') return { outcome: 'before', tip };
  const read = draftOf(tip.text, acting);
  const draft = { ...read, referrer: read.referrer ?? tip.senderName ?? `社会提供（${tipNumber(tip)}）` };
  const alike = await alikeOf(tx, draft, acting);
  if (alike.length > 0 && !despite) return { outcome: 'alike', tip, alike };
  const nobody = { ...acting, actor: { ...acting.actor, unitId: null } };
  const filed = await fileLead(tx, nobody, draft, alike[0]?.project.id ?? null);
  const project = (await changeProject(tx, filed.id, { pool_since: acting.today })) ?? filed;
  const taken = await settle(tx, acting, id, { state: 'taken', projectId: project.id, answer: null }, tell);
  return taken ? { outcome: 'taken', tip: taken, project } : { outcome: 'before', tip: await loadTip(tx, acting, id) };
}

/** Staff decline a tip, with words that the sender reads. Decided before: as it stands. Refusal "tip.reason". */
export async function declineTip(tx: OrgTx, acting: Acting, id: number, answer: string, tell: Draw<Tip>): Promise<Tip> {
  await loadTip(tx, acting, id);
  if (answer.trim().length < 2) throw new Refusal('tip.reason');
  const declined = await settle(tx, acting, id, { state: 'declined', projectId: null, answer: answer.trim() }, tell);
  return declined ?? loadTip(tx, acting, id);
}

async function settle(
  tx: OrgTx,
  { actor, now }: Acting,
  id: number,
  verdict: Pick<Tip, 'projectId' | 'answer'> & { readonly state: 'taken' | 'declined' },
  tell: Draw<Tip>,
): Promise<Tip | null> {
  const tip = await decideTip(tx, id, { ...verdict, by: actor.personId, at: now });
  if (tip) await notifyChat(tx, tip.chatId, { class: 'notice', dedupeKey: `tip:${id}:decided`, reply: tell(tip), now });
  return tip;
}
