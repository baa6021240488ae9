import { campaignsSince, endCampaign, insertCampaign } from '../db/campaign.repository.ts';
import { boardsOn } from '../db/scheme.repository.ts';
import { addDays, type CalendarDate, dateAt, daysBetween } from '../domain/calendar/date.ts';
import { range } from '../domain/calendar/period.ts';
import { lastWorkdayOfWeek, onOrAfter, type WorkCalendar } from '../domain/calendar/workday.ts';
import { mayEver } from '../domain/org/access.ts';
import { Refusal } from '../domain/refusal.ts';
import type { BoardInputs } from '../domain/report/board.ts';
import { type BoardPlan, readBoardPlan } from '../domain/report/board-plan.ts';
import { CAMPAIGN_SCHEME, type Campaign, type Countdown, countdownOf } from '../domain/report/campaign.ts';
import type { BoardModel } from '../domain/report/model.ts';
import type { Acting } from './acting.ts';
import type { Reporting } from './board.service.ts';
import { buildSingle } from './boards.service.ts';
import { findReport, keep } from './report.service.ts';
import type { OrgTx } from './transaction.ts';

/** A campaign with its board and countdown as of a day. */
export interface CampaignStanding {
  readonly campaign: Campaign;
  readonly countdown: Countdown;
  readonly model: BoardModel;
  readonly inputs: BoardInputs;
}

const LONGEST = 400;

/**
 * 攻坚 名称 起止: begins a campaign. Refusals "access.denied", "campaign.name", "campaign.days" (over before today, longer
 * than 400 days), "campaign.same" (one of that name runs), "board.unknown".
 */
export async function beginCampaign(
  tx: OrgTx,
  { actor, now, today }: Pick<Acting, 'actor' | 'now' | 'today'>,
  campaign: Omit<Campaign, 'id'>,
): Promise<Campaign> {
  requireSetUp(actor);
  const { name, from, to, board } = campaign;
  if (name === '' || name.length > 20) throw new Refusal('campaign.name');
  if (to < today || daysBetween(from, to) >= LONGEST) throw new Refusal('campaign.days', { from, to });
  if ((await campaignsSince(tx, today)).some((one) => one.name === name)) throw new Refusal('campaign.same', { name });
  if (board !== null) await planOf(tx, campaign, today);
  return insertCampaign(tx, { ...campaign, createdBy: actor.personId, now });
}

/** 攻坚 结束 名称: today is its last day. Refusals "access.denied", "campaign.unknown". */
export async function stopCampaign(
  tx: OrgTx,
  { actor, today }: Pick<Acting, 'actor' | 'today'>,
  name: string,
): Promise<Campaign> {
  requireSetUp(actor);
  const running = await campaignsSince(tx, today);
  const found =
    running.find((one) => one.name === name) ?? (name === '' && running.length === 1 ? running[0] : undefined);
  if (!found) throw new Refusal('campaign.unknown', { name });
  const last = found.from > today ? found.from : today;
  return (await endCampaign(tx, found.id, last)) ?? found;
}

function requireSetUp(actor: Acting['actor']): void {
  if (!mayEver(actor, 'set-up')) throw new Refusal('access.denied', { command: '攻坚' });
}

/** Every campaign that runs or is still to come, with its board as of now. */
export async function campaignsNow(tx: OrgTx, org: Reporting, now: Date): Promise<readonly CampaignStanding[]> {
  const today = dateAt(now, org.timeZone);
  return Promise.all((await campaignsSince(tx, today)).map((campaign) => standingOf(tx, org, campaign, now)));
}

/** Those that are posted on a day: the daily ones, the weekly ones at the week's last workday, each at its end. Kept. */
export async function campaignPosts(
  tx: OrgTx,
  org: Reporting & { readonly calendar: WorkCalendar },
  now: Date,
): Promise<readonly CampaignStanding[]> {
  const today = dateAt(now, org.timeZone);
  const found: CampaignStanding[] = [];
  for (const campaign of await campaignsSince(tx, addDays(today, -20))) {
    if (!isPosted(campaign, today, org.calendar)) continue;
    const standing = await standingOf(tx, org, campaign, now);
    found.push(standing);
    const kind = `campaign:${campaign.id}` as const;
    if (await findReport(tx, kind, standing.model.periodKey)) continue;
    await keep(tx, kind, standing.model, { inputs: standing.inputs, schemeId: null, cutOff: now }, []);
  }
  return found;
}

/** Whether a workday carries the campaign's post; a campaign that ends on a day off is told of on the workday after. */
function isPosted({ from, to, cadence }: Campaign, today: CalendarDate, calendar: WorkCalendar): boolean {
  if (today < from) return false;
  if (today >= to) return today === onOrAfter(calendar, to);
  return cadence === 'daily' || today === lastWorkdayOfWeek(calendar, today);
}

async function standingOf(tx: OrgTx, org: Reporting, campaign: Campaign, now: Date): Promise<CampaignStanding> {
  const today = dateAt(now, org.timeZone);
  const upTo = today < campaign.to ? today : campaign.to;
  const plan = { ...(await planOf(tx, campaign, upTo)), name: campaign.name };
  const days = { from: campaign.from, to: upTo < campaign.from ? campaign.from : upTo };
  const made = await buildSingle(tx, org, plan, range(days.from, days.to), now, days);
  return { campaign, countdown: countdownOf(campaign, today), model: made.model, inputs: made.inputs };
}

async function planOf(
  tx: OrgTx,
  { board, name }: Pick<Campaign, 'board' | 'name'>,
  day: CalendarDate,
): Promise<BoardPlan> {
  if (board === null) return { name, scheme: CAMPAIGN_SCHEME };
  const found = (await boardsOn(tx, day)).find((one) => one.name === board);
  if (!found) throw new Refusal('board.unknown', { name: board });
  return readBoardPlan(found.body);
}
