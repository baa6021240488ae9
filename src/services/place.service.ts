import {
  changePlace,
  closePlace,
  endUse,
  insertPlace,
  lockPlace,
  openPlaces,
  placeNamed,
  putUse,
} from '../db/place.repository.ts';
import { changeProject } from '../db/project.repository.ts';
import { type Area, area, subtract } from '../domain/money/decimal.ts';
import { requireReach } from '../domain/org/require.ts';
import { type Need, type Place, type PlaceFacts, type Proposal, propose, requireFree } from '../domain/place/place.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** A place with whether this call wrote something. */
export interface Placed {
  readonly place: Place;
  readonly changed: boolean;
}

const LONGEST = 40;
const NONE = area('0');

/** 载体: every place on the list. */
export const listPlaces = (tx: OrgTx): Promise<readonly Place[]> => openPlaces(tx);

/** A place by its number. Refusal "place.none". */
export async function loadPlace(tx: OrgTx, id: number): Promise<Place> {
  const place = await lockPlace(tx, id);
  if (!place) throw new Refusal('place.none', { place: id });
  return place;
}

/**
 * 载体 新增: files a place of the own unit (staff: of any). A name that is on the list answers with what is. Refusals
 * "place.unread", "access.not-yours".
 */
export async function addPlace(tx: OrgTx, { actor }: Acting, facts: PlaceFacts): Promise<Placed> {
  const unitId = facts.unitId ?? actor.unitId;
  requireReach(actor, 'report', unitId);
  const { name = '', land, plant } = facts;
  if (!name || name.length > LONGEST || (land === undefined && plant === undefined)) throw new Refusal('place.unread');
  const known = await placeNamed(tx, name);
  if (known) return { place: known, changed: false };
  const kind = facts.kind ?? (land === undefined ? '厂房' : '土地');
  const id = await insertPlace(tx, { ...facts, name, kind, ...(unitId === null ? {} : { unitId }) });
  return { place: await loadPlace(tx, id), changed: true };
}

/** 载体 修改: corrects what is told; less land than is taken is refused ("place.full"). Refusal "place.unread" when nothing is said. */
export async function amendPlace(tx: OrgTx, { actor }: Acting, id: number, facts: PlaceFacts): Promise<Placed> {
  const place = await loadPlace(tx, id);
  requireReach(actor, 'report', place.unitId);
  if (Object.values(facts).every((value) => value === undefined)) throw new Refusal('place.unread');
  if (facts.land !== undefined) requireFree({ ...place, land: facts.land, taken: NONE }, place.taken);
  await changePlace(tx, id, facts);
  return { place: await loadPlace(tx, id), changed: true };
}

/**
 * 载体 占用: gives land of a place to a project and writes the place down as its site. `land` absent: what the project needs.
 * Refusals "place.none", "place.full", "place.need", "access.not-yours" (the place's unit, the project's unit or staff).
 */
export async function occupy(
  tx: OrgTx,
  { actor, now }: Acting,
  id: number,
  project: Project,
  land: Area | undefined,
): Promise<Placed> {
  const place = await loadPlace(tx, id);
  requireReach(actor, 'report', actor.unitId === place.unitId ? place.unitId : project.unitId);
  const wanted = land ?? project.land ?? (place.land === null ? NONE : null);
  if (wanted === null) throw new Refusal('place.need', { project: `X${project.id}` });
  const mine = place.uses.find((use) => use.projectId === project.id)?.land;
  if (mine === wanted) return { place, changed: false };
  if (place.land !== null) requireFree({ ...place, taken: subtract(place.taken, mine ?? NONE) }, wanted);
  await putUse(tx, { placeId: id, projectId: project.id, land: wanted, by: actor.personId, at: now });
  await changeProject(tx, project.id, { site: place.name });
  return { place: await loadPlace(tx, id), changed: true };
}

/** 载体 退出: the project has left the place. */
export async function vacate(tx: OrgTx, { actor, now }: Acting, id: number, project: Project): Promise<Placed> {
  const place = await loadPlace(tx, id);
  requireReach(actor, 'report', actor.unitId === place.unitId ? place.unitId : project.unitId);
  const changed = await endUse(tx, { placeId: id, projectId: project.id, at: now });
  return { place: await loadPlace(tx, id), changed };
}

/** 载体 停用: off the list. */
export async function retirePlace(tx: OrgTx, { actor }: Acting, id: number): Promise<Place> {
  const place = await loadPlace(tx, id);
  requireReach(actor, 'report', place.unitId);
  await closePlace(tx, id);
  return place;
}

/** 匹配: places for a project, best first. */
export const placesFor = async (tx: OrgTx, project: Need): Promise<readonly Proposal[]> =>
  propose(project, await openPlaces(tx));
