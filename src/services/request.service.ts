import { searchProjects } from '../db/project-search.repository.ts';
import {
  changeRequest,
  insertRequest,
  lockRequest,
  type NamedRequest,
  openRequests,
  requestFigures,
  sameRequest,
} from '../db/request.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { addWorkdays } from '../domain/calendar/workday.ts';
import { may } from '../domain/org/access.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Duty } from '../domain/work/duty.ts';
import { lightOf, momentAt } from '../domain/work/light.ts';
import { problemKindOf } from '../domain/work/problem.ts';
import { personRecipients, staffOf, unitRecipients } from '../domain/work/recipients.ts';
import { type RequestView, requestNumber, UNSATISFIED } from '../domain/work/request.ts';
import { checkDue } from '../domain/work/task.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import { resolveProject } from './resolve.service.ts';
import type { OrgTx } from './transaction.ts';

/** What a firm asks for. `about`: the X number, else a project is looked for by the firm's name. */
export interface Raising {
  readonly company: string;
  readonly about: number | undefined;
  readonly text: string;
  readonly unitId: number | undefined;
  readonly dueOn: CalendarDate | undefined;
}

/** A request with whether this call wrote. */
export interface Handled {
  readonly request: RequestView;
  readonly changed: boolean;
}

/** What people are told of a request at each step. */
export type RequestCards = Readonly<Record<'raised' | 'closed' | 'again', Draw<RequestView>>>;

const LONGEST = 1000;

/**
 * 诉求: files what a firm asks for and tells the unit that answers for it: the one named, else the project's, else staff.
 * The same words of the same firm again answer with what is. Refusals "request.text-long", "task.due-past", "project.not-found".
 */
export async function raiseRequest(tx: OrgTx, acting: Acting, said: Raising, cards: RequestCards): Promise<Handled> {
  const { now, today, calendar, org, actor } = acting;
  if (said.text.length > LONGEST) throw new Refusal('request.text-long', { limit: LONGEST });
  if (said.dueOn) checkDue(said.dueOn, today);
  const project = await projectOf(tx, said);
  const company = said.about === undefined ? said.company : (project?.investor ?? project?.name ?? said.company);
  const same = await sameRequest(tx, company, said.text);
  if (same) return { request: litRequest(same, acting), changed: false };
  const id = await insertRequest(tx, {
    company,
    projectId: project?.id ?? null,
    text: said.text,
    kind: problemKindOf(said.text),
    unitId: said.unitId ?? project?.unitId ?? null,
    dueOn: said.dueOn ?? addWorkdays(calendar, today, org.settings.requestWorkdays),
    raisedBy: actor.personId,
    raisedAt: now,
  });
  const request = await loadRequest(tx, acting, id);
  await tell(tx, acting, request, await handlersOf(tx, request), 'raised', cards.raised);
  return { request, changed: true };
}

async function projectOf(tx: OrgTx, { about, company }: Raising) {
  if (about === undefined) {
    const found = await searchProjects(tx, company, 2);
    return found.length === 1 ? found[0] : undefined;
  }
  const [project] = await resolveProject(tx, { number: about });
  if (!project) throw new Refusal('project.not-found', { ref: `X${about}` });
  return project;
}

/** Who answers for a request: the unit's liaison and head; staff when no unit does. */
async function handlersOf(tx: OrgTx, { unitId }: Pick<RequestView, 'unitId'>): Promise<readonly number[]> {
  const people = await listPeople(tx);
  return unitId === null ? staffOf(people).map(({ id }) => id) : unitRecipients(unitId, people);
}

async function tell(
  tx: OrgTx,
  { actor, now }: Acting,
  request: RequestView,
  to: readonly number[],
  step: string,
  card: Draw<RequestView>,
): Promise<void> {
  const others = to.filter((person) => person !== actor.personId);
  const dedupeKey = `request:${request.id}:${step}:${request.version}`;
  await notifyPeople(tx, others, { class: 'notice', dedupeKey, reply: card(request), now });
}

/** 受理. Accepted before: answers with what is. */
export async function acceptRequest(tx: OrgTx, acting: Acting, id: number): Promise<Handled> {
  const request = await ours(tx, acting, id);
  if (request.state !== 'raised') return { request, changed: false };
  const patch = { state: 'handling' as const, accepted_by: acting.actor.personId, accepted_at: acting.now };
  const changed = await changeRequest(tx, id, patch, ['raised']);
  return { request: await loadRequest(tx, acting, id), changed };
}

/** 办理 with how it goes; accepts it first where nobody has. Refusal "request.closed". */
export async function noteRequest(tx: OrgTx, acting: Acting, id: number, progress: string): Promise<Handled> {
  const request = await ours(tx, acting, id);
  if (request.state === 'closed') throw new Refusal('request.closed', { request: requestNumber(request) });
  const patch = { state: 'handling' as const, progress: progress.slice(0, LONGEST), ...acceptance(request, acting) };
  const changed = await changeRequest(tx, id, patch, ['raised', 'handling']);
  return { request: await loadRequest(tx, acting, id), changed };
}

/** 办结 with the answer; who raised it hears of it and is asked to rate. Closed before: answers with what is. */
export async function closeRequest(
  tx: OrgTx,
  acting: Acting,
  id: number,
  answer: string,
  cards: RequestCards,
): Promise<Handled> {
  const request = await ours(tx, acting, id);
  if (request.state === 'closed') return { request, changed: false };
  const afresh = { rating: null, rating_words: null, rated_by: null, rated_at: null };
  const closing = {
    answer: answer.slice(0, LONGEST),
    closed_by: acting.actor.personId,
    closed_at: acting.now,
    ...afresh,
  };
  const patch = { state: 'closed' as const, ...closing, ...acceptance(request, acting) };
  const changed = await changeRequest(tx, id, patch, ['raised', 'handling']);
  const closed = await loadRequest(tx, acting, id);
  await tell(tx, acting, closed, personRecipients(closed.raisedBy, await listPeople(tx)), 'closed', cards.closed);
  return { request: closed, changed };
}

const acceptance = ({ state }: RequestView, { actor, now }: Acting) =>
  state === 'raised' ? { accepted_by: actor.personId, accepted_at: now } : {};

/**
 * 评价: the firm's word, passed on by who raised it or by staff. Not satisfied (2 and less): the unit handles it again.
 * Refusals "request.not-closed", "access.not-rater"; rated before: answers with what is.
 */
export async function rateRequest(
  tx: OrgTx,
  acting: Acting,
  id: number,
  { rating, words }: { readonly rating: number; readonly words: string | undefined },
  cards: RequestCards,
): Promise<Handled> {
  const request = await loadRequest(tx, acting, id);
  const { actor, now } = acting;
  if (request.raisedBy !== actor.personId && !may(actor, 'verify', request.unitId)) {
    throw new Refusal('access.not-rater', { request: requestNumber(request) });
  }
  if (request.state !== 'closed') throw new Refusal('request.not-closed', { request: requestNumber(request) });
  if (request.rating !== null) return { request, changed: false };
  const again = rating <= UNSATISFIED;
  const rated = { rating, rating_words: words?.slice(0, LONGEST) ?? null, rated_by: actor.personId, rated_at: now };
  const patch = again ? { ...rated, state: 'handling' as const } : rated;
  const changed = await changeRequest(tx, id, patch, ['closed']);
  const after = await loadRequest(tx, acting, id);
  if (again) await tell(tx, acting, after, await handlersOf(tx, after), 'again', cards.again);
  return { request: after, changed };
}

/** A request that the person's unit answers for (or staff any). Refusal "access.not-yours". */
async function ours(tx: OrgTx, acting: Acting, id: number): Promise<RequestView> {
  const request = await loadRequest(tx, acting, id);
  if (!may(acting.actor, 'report', request.unitId)) throw new Refusal('access.not-yours', { ability: 'report' });
  return request;
}

type Lighting = Pick<Acting, 'now' | 'org' | 'calendar'>;

/** A request by its number, locked. Refusal "request.not-found". */
export async function loadRequest(tx: OrgTx, acting: Lighting, id: number): Promise<RequestView> {
  const request = await lockRequest(tx, id);
  if (!request) throw new Refusal('request.not-found', { request: requestNumber({ id }) });
  return litRequest(request, acting);
}

/** Open requests with their lights, and the figures of all. */
export const listRequests = async (tx: OrgTx, acting: Acting, unitId: number | undefined) => ({
  open: (await openRequests(tx, unitId)).map((request) => litRequest(request, acting)),
  figures: await requestFigures(tx),
});

/** Open requests as what the ladder, 我的 and the brief chase. */
export const requestDuties = async (tx: OrgTx, around: Lighting, unitId?: number): Promise<readonly Duty[]> =>
  (await openRequests(tx, unitId)).map((request) => {
    const { company: about, unitName, projectLeader: leader, dueOn, raisedAt: givenAt, text } = request;
    const { light, unitId: owner } = litRequest(request, around);
    const unsigned = request.state === 'raised';
    const number = requestNumber(request);
    return { kind: 'request', number, text, about, unitId: owner, unitName, leader, dueOn, givenAt, unsigned, light };
  });

function litRequest(request: NamedRequest, { now, org, calendar }: Lighting): RequestView {
  const due = { dueOn: request.dueOn, dueTime: null };
  const moment = momentAt(now, org.timeZone);
  const light = request.state === 'closed' ? null : lightOf(due, moment, calendar, org.settings.taskYellowWorkdays);
  return { ...request, light };
}
