import { latestDiligence } from '../db/diligence.repository.ts';
import { projectTotals } from '../db/entry.repository.ts';
import { openWork } from '../db/open-work.repository.ts';
import { changeProject, factColumns, insertProject } from '../db/project.repository.ts';
import { contactsOf, insertContact, insertEvent, latestEvents, shareWholly } from '../db/project-history.repository.ts';
import { findAlike } from '../db/project-search.repository.ts';
import { findPerson, listUnits } from '../db/roster.repository.ts';
import { dateAt } from '../domain/calendar/date.ts';
import { may } from '../domain/org/access.ts';
import { type LeadDraft, leadName } from '../domain/project/lead.ts';
import type { Project } from '../domain/project/project.ts';
import { protectionOf } from '../domain/project/protection.ts';
import { knows } from '../domain/project/secret.ts';
import type { ProjectView } from '../domain/project/view.ts';
import { Refusal } from '../domain/refusal.ts';
import { companyKey } from '../reading/company-name.ts';
import { originOf } from '../reading/home.ts';
import type { Acting } from './acting.ts';
import { listEffects } from './effect.service.ts';
import { expectedOf } from './expected.service.ts';
import { fulfilmentOf } from './fulfilment.service.ts';
import { startClock } from './referrer.service.ts';
import { hideAgain } from './secret.service.ts';
import type { OrgTx } from './transaction.ts';

const EVENTS_SHOWN = 5;

/** Contacts, history and work of a project are for its own unit, staff, admins and leaders; of a secret one for the named. */
export const seesWhole = (actor: Acting['actor'], project: Pick<Project, 'unitId' | 'secretTo'>): boolean =>
  project.secretTo === null
    ? may(actor, 'verify', project.unitId) ||
      actor.role === 'leader' ||
      (project.unitId !== null && project.unitId === actor.unitId)
    : knows(project, actor);

/** A project with what the viewer may see of it. */
export async function viewProject(tx: OrgTx, acting: Acting, project: Project): Promise<ProjectView> {
  const { actor, today, org } = acting;
  const units = await listUnits(tx);
  const nameOf = (id: number | null) => units.find((unit) => unit.id === id)?.name ?? null;
  const full = seesWhole(actor, project);
  return {
    project,
    unitName: nameOf(project.unitId),
    firstUnitName: nameOf(project.firstUnitId),
    firstOn: dateAt(project.firstReportedAt, org.timeZone),
    full,
    mayReport: knows(project, actor) && may(actor, 'report', project.unitId),
    mayVerify: knows(project, actor) && may(actor, 'verify', project.unitId),
    contacts: full ? await contactsOf(tx, project.id) : [],
    events: full ? await latestEvents(tx, project.id, EVENTS_SHOWN) : [],
    totals: full ? await projectTotals(tx, project.id) : [],
    work: full ? await openWork(tx, project.id) : [],
    effects: full ? await listEffects(tx, { projectId: project.id }) : [],
    expected: full ? await expectedOf(tx, today, project) : [],
    diligence: full ? await latestDiligence(tx, project.id) : null,
    protection: protectionOf(project, today, org.settings),
    fulfilment: full && project.stage === '投产' ? await fulfilmentOf(tx, project, today) : null,
  };
}

/** Why a record is shown as a likely duplicate, and who reported it first. */
export interface Alike {
  readonly project: Project;
  readonly because: 'code' | 'mobile' | 'name' | 'project';
  readonly unitName: string | null;
  readonly reporterName: string | null;
  /** The asking person may write about it. */
  readonly mine: boolean;
}

/** Open projects that a draft may duplicate, best first. */
export async function alikeOf(
  tx: OrgTx,
  draft: LeadDraft,
  { actor, org }: Pick<Acting, 'actor' | 'org'>,
): Promise<readonly Alike[]> {
  const lead = {
    investorKey: draft.investor ? companyKey(draft.investor) : null,
    creditCode: draft.creditCode,
    mobile: draft.contactMobile,
    name: draft.investor === null && (draft.name?.trim().length ?? 0) >= 4 ? (draft.name?.trim() ?? null) : null,
  };
  if (!lead.investorKey && !lead.creditCode && !lead.mobile && !lead.name) return [];
  const found = (await findAlike(tx, lead, org.settings.duplicateSimilarity)).filter((project) =>
    knows(project, actor),
  );
  const units = found.length > 0 ? await listUnits(tx) : [];
  return Promise.all(
    found.map(async ({ because, ...project }) => ({
      project,
      because,
      mine: may(actor, 'report', project.unitId),
      unitName: units.find((unit) => unit.id === project.firstUnitId)?.name ?? null,
      reporterName: project.firstReportedBy ? ((await findPerson(tx, project.firstReportedBy))?.name ?? null) : null,
    })),
  );
}

/** Files a confirmed draft as a lead of the reporter's unit. With a likely duplicate it waits for staff to decide. */
export async function fileLead(
  tx: OrgTx,
  acting: Acting,
  draft: LeadDraft,
  duplicateOf: number | null,
): Promise<Project> {
  const { actor, now, today } = acting;
  const project = await insertProject(tx, {
    draft,
    name: leadName(draft).slice(0, 100),
    unitId: actor.unitId,
    reportedBy: actor.personId,
    now,
    today,
    adjudication: duplicateOf === null ? 'clear' : 'pending',
    duplicateOf,
    investorKey: draft.investor ? companyKey(draft.investor) : null,
    origin: originOf(draft.investorRegion, draft.investor, acting.org.settings.home),
  });
  if (draft.contactName || draft.contactMobile) {
    await insertContact(tx, project.id, { name: draft.contactName, title: null, mobile: draft.contactMobile });
  }
  if (actor.unitId !== null) await shareWholly(tx, project.id, actor.unitId, today);
  await startClock(tx, acting, project);
  return project;
}

/** One fact before and after. */
export interface FactChange {
  readonly field: keyof LeadDraft;
  readonly before: unknown;
  readonly after: unknown;
}

/** Adds or corrects facts of a project; a contact is added, never replaced. Refusal "amend.nothing" when nothing is new. */
export async function amendProject(
  tx: OrgTx,
  acting: Acting,
  project: Project,
  said: LeadDraft,
): Promise<{ readonly project: Project; readonly changes: readonly FactChange[] }> {
  const { name: _, stage: __, ...facts } = { ...said, projectType: typeSaid(said) };
  const changes = AMENDABLE.flatMap((field) => {
    const after = facts[field as keyof typeof facts];
    const before = (project as unknown as Record<string, unknown>)[field === 'rename' ? 'name' : field] ?? null;
    return after === null || after === undefined || String(after) === String(before) ? [] : [{ field, before, after }];
  });
  if (said.referrer && project.referrer && said.referrer !== project.referrer && !may(acting.actor, 'verify', null)) {
    throw new Refusal('amend.referrer-locked', { referrer: project.referrer });
  }
  const contact = said.contactName || said.contactMobile;
  if (changes.length === 0 && !contact) throw new Refusal('amend.nothing');
  if (contact) await insertContact(tx, project.id, { name: said.contactName, title: null, mobile: said.contactMobile });
  const patch = factColumns(
    Object.fromEntries(changes.map(({ field, after }) => [field === 'rename' ? 'name' : field, after])),
  );
  const key = said.investor ? { investor_key: companyKey(said.investor) } : {};
  const derived = { ...key, ...typeColumns(changes), ...rangeColumns(said), ...originColumns(project, said, acting) };
  const changed = changes.length > 0 ? await changeProject(tx, project.id, { ...patch, ...derived }) : project;
  const kept = changed && (await hideAgain(tx, project, changed));
  if (changed && project.referrer === null) await startClock(tx, acting, changed);
  await note(tx, acting, project, 'amend', said.text);
  const contacts = contact
    ? [
        {
          field: 'contactName' as const,
          before: null,
          after: [said.contactName, said.contactMobile].filter(Boolean).join(' '),
        },
      ]
    : [];
  return { project: kept ?? project, changes: [...changes, ...contacts] };
}

/** The type a text names; a text that names none leaves it as it is. */
const typeSaid = ({ projectType, text }: LeadDraft): string | null =>
  projectType !== '内资' || /类型[是为：:改成\s]*内资/.test(text) ? projectType : null;

const typeColumns = (changes: readonly FactChange[]) => {
  const type = changes.find(({ field }) => field === 'projectType')?.after;
  return type === undefined ? {} : { project_type: String(type), ...(type === '外资' ? { foreign_funded: true } : {}) };
};

/** A sum that is said anew is no longer the range, or the rough figure, it was. */
const rangeColumns = ({ investment, investmentMax, approximate }: LeadDraft) =>
  investment === null ? {} : { investment_max_wan: investmentMax, approximate };

function originColumns(project: Project, { investorRegion, investor }: LeadDraft, { org }: Acting) {
  if (investorRegion === null && investor === null) return {};
  const region = investorRegion ?? project.investorRegion;
  return { origin: originOf(region, investor ?? project.investor, org.settings.home) };
}

const AMENDABLE: readonly (keyof LeadDraft)[] = [
  'rename',
  'projectType',
  'site',
  'leader',
  'team',
  'plan',
  'serviceOfficer',
  'likelihood',
  'expectedOn',
  'expectedStage',
  'investor',
  'chain',
  'industry',
  'investment',
  'investmentMax',
  'fixedAssetsPlan',
  'foreignPlan',
  'land',
  'jobs',
  'output',
  'tax',
  'investorRegion',
  'sourceMethod',
  'referrer',
  'creditCode',
  'nextStep',
  'nextStepOn',
];

const note = (tx: OrgTx, { actor, now, today }: Acting, project: Project, kind: 'progress' | 'amend', text: string) =>
  insertEvent(tx, {
    projectId: project.id,
    kind,
    occurredOn: today,
    note: text.slice(0, 2000),
    reportedBy: actor.personId,
    reportedAt: now,
    unitId: project.unitId,
  });

/** A dated progress note; renews the protection. */
export async function addProgress(tx: OrgTx, acting: Acting, project: Project, text: string): Promise<Project> {
  if (text.length > 2000) throw new Refusal('progress.too-long', { limit: 2000 });
  await note(tx, acting, project, 'progress', text);
  const patch = { last_progress_on: acting.today, protected_from: acting.now, warned_on: null };
  return (await changeProject(tx, project.id, patch)) ?? project;
}
