import { activitiesBetween, findActivity, insertActivity } from '../db/activity.repository.ts';
import { listPeople, listUnits, type Person } from '../db/roster.repository.ts';
import {
  type Activity,
  type ActivityKind,
  checkDays,
  countByKind,
  type LeaderLevel,
} from '../domain/activity/activity.ts';
import { type OutingRatio, outingRatio, wasOut } from '../domain/activity/outing.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { monthOf } from '../domain/calendar/period.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Vocabulary } from '../domain/org/vocabulary.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { ActivityReading } from '../reading/activity.ts';
import type { Acting } from './acting.ts';
import { resolveProject } from './resolve.service.ts';
import type { OrgTx } from './transaction.ts';

/** An activity as told, before it is filed. */
export interface Told {
  readonly kind: ActivityKind;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly reading: ActivityReading;
  readonly text: string;
  readonly unitId: number | undefined;
  readonly projectIds: readonly number[];
}

/** A filed activity with what it means: the leader's time out this month, and the unit's count of its kind. */
export interface Filed {
  readonly activity: Activity;
  readonly ratio: { readonly name: string; readonly ratio: OutingRatio } | null;
  /** How many of this kind the unit has filed this month. */
  readonly count: number;
  /** The projects it names, as they stand. */
  readonly projects: readonly Project[];
}

/**
 * Files an activity of the own unit. Refusals: "activity.days",
 * "project.not-found", "access.not-yours".
 */
export async function fileActivity(
  tx: OrgTx,
  acting: Acting & { readonly vocabulary: Vocabulary },
  told: Told,
): Promise<Filed> {
  const unitId = told.unitId ?? acting.actor.unitId;
  requireReach(acting.actor, 'report', unitId);
  checkDays(told, acting.today);
  const projects: Project[] = [];
  for (const number of told.projectIds) {
    const [project] = await resolveProject(tx, { number });
    if (!project) throw new Refusal('project.not-found', { ref: `X${number}` });
    projects.push(project);
  }
  const people = await listPeople(tx);
  const activity = await insertActivity(tx, drawUp(acting, told, unitId, people));
  return { activity, projects, ...(await meaningOf(tx, acting, activity, people)) };
}

/** An activity by its number. Refusal "activity.not-found". */
export async function loadActivity(tx: OrgTx, id: number): Promise<Activity> {
  const activity = await findActivity(tx, id);
  if (!activity) throw new Refusal('activity.not-found');
  return activity;
}

function drawUp(
  acting: Acting & { readonly vocabulary: Vocabulary },
  { kind, from, to, reading, text, projectIds }: Told,
  unitId: number | null,
  people: readonly Person[],
): Omit<Activity, 'id' | 'version'> {
  const leader = leaderOf(acting, reading.leader, people);
  const chain = acting.vocabulary.chains.find(({ name, keywords }) =>
    [name, ...keywords].some((word) => text.includes(word)),
  );
  return {
    kind,
    from,
    to,
    halfDays: reading.halfDays,
    regions: reading.regions,
    leader: leader?.name ?? reading.leader,
    leaderLevel: levelOf(leader ?? null, reading.leader),
    leaderId: leader?.id ?? null,
    members: reading.members,
    companies: reading.companies,
    chain: chain?.name ?? null,
    outcome:
      reading.outcome && reading.theme ? `${reading.outcome}（${reading.theme}）` : (reading.outcome ?? reading.theme),
    unitId,
    projects: [...projectIds],
    reportedBy: acting.actor.personId,
    reportedAt: acting.now,
  };
}

/** The person who led: named, or the head or leader who tells it. */
function leaderOf(acting: Acting, name: string | null, people: readonly Person[]): Person | undefined {
  const active = people.filter((person) => !person.disabled);
  if (name !== null) return active.find((person) => name.includes(person.name));
  return active.find(({ id, role }) => id === acting.actor.personId && role !== 'member' && role !== 'liaison');
}

/** 书记 and 县长 are 党政主要领导, their deputies and other leaders 分管领导. */
function levelOf(person: Person | null, name: string | null): LeaderLevel | null {
  const words = `${name ?? ''}${person?.title ?? ''}`;
  if (
    /(?:^|[^副])(?:县委书记|区委书记|市委书记|县长|区长|市长)/.test(words) &&
    !/副(?:县|区|市)长|副书记/.test(words)
  ) {
    return '党政主要领导';
  }
  if (person?.role === 'leader' || /副(?:县|区|市)长|副书记|常委/.test(words)) return '分管领导';
  if (person === null && name !== null) return null;
  return person?.role === 'head' ? '部门负责人' : '招商人员';
}

async function meaningOf(
  tx: OrgTx,
  acting: Acting,
  activity: Activity,
  people: readonly Person[],
): Promise<Pick<Filed, 'ratio' | 'count'>> {
  const month = monthOf(activity.from);
  const filed = await activitiesBetween(tx, month.from, month.to);
  const ofUnit = filed.filter(({ unitId }) => unitId === activity.unitId);
  const head = people.find(({ id, role }) => id === activity.leaderId && role === 'head');
  const ratio = head && activity.kind === '外出招商' ? ratioOf(acting, head, filed, month) : null;
  return { count: countByKind(ofUnit).get(activity.kind) ?? 0, ratio };
}

function ratioOf(
  acting: Acting,
  head: Person,
  activities: readonly Activity[],
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
) {
  const trips = activities.filter((activity) => wasOut(activity, head));
  return { name: head.name, ratio: outingRatio(trips, period, acting.calendar, acting.org.settings.outingShare) };
}

/** Time out of every head of a unit in a period, for boards and digests. */
async function outingRatios(
  tx: OrgTx,
  acting: Acting,
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<readonly { readonly name: string; readonly unitName: string | null; readonly ratio: OutingRatio }[]> {
  const activities = await activitiesBetween(tx, period.from, period.to);
  const heads = (await listPeople(tx)).filter((person) => person.role === 'head' && !person.disabled);
  return heads.map((head) => ({ unitName: head.unitName, ...ratioOf(acting, head, activities, period) }));
}

/** What each unit did in a period, by kind, with the time out of its head; units in official order. */
export interface ActivityBook {
  readonly rows: readonly {
    readonly unitId: number;
    readonly unit: string;
    readonly counts: ReadonlyMap<ActivityKind, number>;
    readonly heads: readonly { readonly name: string; readonly ratio: OutingRatio }[];
  }[];
  /** How many activities each of the org's chains had in the period (each: at least one a month); none when of one unit. */
  readonly chains: readonly { readonly name: string; readonly count: number }[];
  readonly classes: ActivityClasses;
  /** The latest ones of the period, newest first. */
  readonly latest: readonly Activity[];
}

/** Which activities are looked at; null: any. */
export interface ActivityFilter {
  readonly unitId: number | null;
  readonly kind: ActivityKind | null;
  readonly chain: string | null;
}

/** 活动: the book of a period, of one unit or of all, of a kind or of a chain. */
export async function activityBook(
  tx: OrgTx,
  acting: Acting,
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
  { unitId, kind, chain }: ActivityFilter,
): Promise<ActivityBook> {
  const activities = (await activitiesBetween(tx, period.from, period.to)).filter(
    (activity) => (kind === null || activity.kind === kind) && (chain === null || activity.chain === chain),
  );
  const ratios = await outingRatios(tx, acting, period);
  const units = (await listUnits(tx)).filter(({ id, assessed }) => (unitId === null ? assessed : id === unitId));
  const shown = activities.filter((activity) => unitId === null || activity.unitId === unitId);
  return {
    rows: units.map((unit) => ({
      unitId: unit.id,
      unit: unit.name,
      counts: countByKind(activities.filter((activity) => activity.unitId === unit.id)),
      heads: ratios.filter(({ unitName }) => unitName === unit.name),
    })),
    chains:
      unitId === null && kind === null && chain === null
        ? acting.org.settings.chains.map(({ name }) => ({
            name,
            count: activities.filter((one) => one.chain === name).length,
          }))
        : [],
    classes: classesOf(shown),
    latest: [...shown].sort((a, b) => (a.from === b.from ? b.id - a.id : a.from < b.from ? 1 : -1)).slice(0, 5),
  };
}

/** Events that a party or government leader took part in, themed ones of one chain, and visits to firms, each counted apart. */
export interface ActivityClasses {
  readonly withLeaders: number;
  readonly themed: number;
  readonly visits: number;
}

const EVENTS: readonly ActivityKind[] = ['推介会', '签约仪式', '恳谈会', '商协会对接'];

function classesOf(activities: readonly Activity[]): ActivityClasses {
  const led = ({ leaderLevel }: Activity) => leaderLevel === '党政主要领导' || leaderLevel === '分管领导';
  return {
    withLeaders: activities.filter(led).length,
    themed: activities.filter((activity) => EVENTS.includes(activity.kind) && activity.chain !== null).length,
    visits: activities.filter(({ kind }) => kind === '走访企业' || kind === '企业服务日').length,
  };
}
