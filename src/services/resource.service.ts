import { activitiesBetween } from '../db/activity.repository.ts';
import {
  closeResource,
  findResource,
  insertResource,
  keepResource,
  type LandedFirm,
  landedFirms,
  openResources,
  regionsOfLeads,
  sameResource,
  touchResource,
} from '../db/resource.repository.ts';
import { findPerson } from '../db/roster.repository.ts';
import { type CalendarDate, date, daysBetween, instantAt, partsOf } from '../domain/calendar/date.ts';
import { may } from '../domain/org/access.ts';
import { requireReach } from '../domain/org/require.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Coverage, coverageOf, quietDays, type Resource } from '../domain/resource/resource.ts';
import type { ResourceReading } from '../reading/resource.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** A helper with whether this call wrote. */
export interface Kept {
  readonly resource: Resource;
  readonly changed: boolean;
}

const LONGEST = 40;

/** Whether the person may see a helper's number: its unit, staff and leaders. */
export const seesMobile = (actor: Acting['actor'], { unitId }: Pick<Resource, 'unitId'>): boolean =>
  may(actor, 'report', unitId) || actor.role === 'leader';

/** 资源: everybody on the list, the longest untouched first. */
export const listResources = (tx: OrgTx): Promise<readonly Resource[]> => openResources(tx);

/** A helper by its number. Refusal "resource.none". */
export async function loadResource(tx: OrgTx, id: number): Promise<Resource> {
  const resource = await findResource(tx, id);
  if (!resource) throw new Refusal('resource.none', { resource: id });
  return resource;
}

/**
 * 资源 新增: files who helps outside; who tells it (or the one named) keeps the contact. Known already: answers with what is.
 * Refusals "resource.unread", "access.not-yours".
 */
export async function addResource(
  tx: OrgTx,
  { actor, today }: Acting,
  said: ResourceReading,
  keeperId: number = actor.personId,
): Promise<Kept> {
  const keeper = await findPerson(tx, keeperId);
  requireReach(actor, 'report', keeper?.unitId ?? actor.unitId);
  const { kind, name, region, about, mobile } = said;
  if (!kind || !name || name.length > LONGEST) throw new Refusal('resource.unread');
  const known = await sameResource(tx, { name, mobile, region });
  if (known) return { resource: known, changed: false };
  const unitId = keeper?.unitId ?? null;
  const id = await insertResource(tx, { kind, name, region, about, mobile, keeperId, unitId, touchedOn: today });
  return { resource: await loadResource(tx, id), changed: true };
}

/** 资源 联系: a touch on a day, in words. Refusals "resource.none", "resource.future", "access.not-yours". */
export async function touch(
  tx: OrgTx,
  { actor, today }: Acting,
  id: number,
  { on, words }: { readonly on: CalendarDate | undefined; readonly words: string },
): Promise<Kept> {
  const resource = await loadResource(tx, id);
  requireReach(actor, 'report', resource.unitId);
  const day = on ?? today;
  if (day > today) throw new Refusal('resource.future', { day });
  if (day < resource.touchedOn) return { resource, changed: false };
  await touchResource(tx, id, day, words.slice(0, 500) || null);
  return { resource: await loadResource(tx, id), changed: true };
}

/** 资源 交给: another person keeps the contact. */
export async function handResource(tx: OrgTx, { actor }: Acting, id: number, keeperId: number): Promise<Kept> {
  const resource = await loadResource(tx, id);
  requireReach(actor, 'report', resource.unitId);
  const keeper = await findPerson(tx, keeperId);
  if (!keeper || keeper.id === resource.keeperId) return { resource, changed: false };
  await keepResource(tx, id, keeper);
  return { resource: await loadResource(tx, id), changed: true };
}

/** 资源 停用: off the list. */
export async function retireResource(tx: OrgTx, { actor }: Acting, id: number): Promise<Resource> {
  const resource = await loadResource(tx, id);
  requireReach(actor, 'report', resource.unitId);
  await closeResource(tx, id);
  return resource;
}

/** What a person keeps and has not touched for longer than the settings say. */
export async function quietResources(
  tx: OrgTx,
  { today, org }: Pick<Acting, 'today' | 'org'>,
  keeperId: number,
): Promise<readonly Resource[]> {
  return (await openResources(tx, keeperId)).filter(
    (resource) => quietDays(resource, today, org.settings.resourceQuietDays) !== null,
  );
}

/**
 * Firms under construction or in production, of a unit or of all, that nobody called on, since they are that far, for longer
 * than the settings say.
 */
export const unvisitedFirms = async (
  tx: OrgTx,
  { today, org }: Pick<Acting, 'today' | 'org'>,
  unitId?: number,
): Promise<readonly LandedFirm[]> =>
  (await landedFirms(tx, unitId)).filter(
    ({ visitedOn, stageOn }) => daysBetween(visitedOn ?? stageOn, today) > org.settings.serviceQuietDays,
  );

/** 覆盖: the target cities this year, and the firms under construction or in production that nobody visited for long. */
export async function coverage(
  tx: OrgTx,
  { today, org }: Pick<Acting, 'today' | 'org'>,
): Promise<{ readonly cities: readonly Coverage[]; readonly unvisited: readonly LandedFirm[] }> {
  const { targetCities } = org.settings;
  const since = date(`${partsOf(today).year}-01-01`);
  const activities = await activitiesBetween(tx, since, today);
  const cities = coverageOf(targetCities, {
    visits: activities.map(({ regions, to }) => ({ regions, on: to })),
    leads: await regionsOfLeads(tx, instantAt(since, '00:00', org.timeZone)),
    resources: (await openResources(tx)).map(({ region }) => region),
  });
  return { cities, unvisited: await unvisitedFirms(tx, { today, org }) };
}
