import { insertEntry } from '../../db/entry.repository.ts';
import { changeProject, insertProject } from '../../db/project.repository.ts';
import { insertContact, insertEvent, shareWholly } from '../../db/project-history.repository.ts';
import { addDays, type CalendarDate, daysBetween, instantAt, weekdayOf } from '../../domain/calendar/date.ts';
import { type Amount, type Area, decimal, type ForeignAmount } from '../../domain/money/decimal.ts';
import type { LeadDraft } from '../../domain/project/lead.ts';
import type { Project, Stage } from '../../domain/project/project.ts';
import { companyKey } from '../../reading/company-name.ts';
import { originOf } from '../../reading/home.ts';
import type { OrgTx } from '../transaction.ts';
import type { Random } from './random.ts';
import type { SampleRoster, SampleUnit } from './roster.ts';
import { BUSINESS, CHAINS, COMPANY_NAMES, COMPANY_REGIONS, METHODS, PRODUCTS, PROGRESS, SURNAMES } from './words.ts';

/** Where the history is written, and up to which day. */
export interface Making {
  readonly tx: OrgTx;
  readonly random: Random;
  readonly roster: SampleRoster;
  readonly today: CalendarDate;
  readonly timeZone: string;
}

/** Where the invented county lies. */
export const HOME = '河北 邯郸';

const PATH: readonly Stage[] = ['在谈', '签约', '落地', '开工', '投产'];
/** The span of history that is made. */
export const DAYS = 120;

/** The day itself, or the Friday before it. */
export function workday(day: CalendarDate): CalendarDate {
  const weekday = weekdayOf(day);
  return weekday > 5 ? addDays(day, 5 - weekday) : day;
}

/** A lead and what became of it up to a day: stages, entries, progress. */
export async function makeProject(
  making: Making,
  unit: SampleUnit,
  reported: CalendarDate,
  until: CalendarDate,
): Promise<void> {
  const { tx, random } = making;
  const draft = makeDraft(random);
  const reporter = random.pick(unit.people.slice(1));
  const now = at(making, reported, random.between(9, 17));
  let project = await insertProject(tx, {
    draft,
    name: draft.name ?? '',
    unitId: unit.id,
    reportedBy: reporter,
    now,
    today: reported,
    adjudication: 'clear',
    duplicateOf: null,
    investorKey: companyKey(draft.investor ?? ''),
    origin: originOf(draft.investorRegion, draft.investor, HOME),
  });
  await insertContact(tx, project.id, { name: draft.contactName, title: null, mobile: draft.contactMobile });
  await shareWholly(tx, project.id, unit.id, reported);
  let day = reported;
  for (const stage of PATH) {
    const next = workday(addDays(day, random.between(6, 26)));
    if (next <= day || next > until || !random.chance(stage === '在谈' ? 0.8 : stage === '投产' ? 0.4 : 0.78)) break;
    day = next;
    project = await moveOn(making, project, unit, reporter, stage, day);
    if (random.chance(0.6)) await makeProgress(making, project, unit, reporter, day);
  }
  if (random.chance(0.5) && daysBetween(day, until) > 8)
    await makeProgress(making, project, unit, reporter, workday(addDays(day, random.between(3, 8))));
  if (daysBetween(until, making.today) > DAYS) await bringUpToDate(making, project, unit, reporter, until);
}

/** Last year's leads came to nothing by now; what was signed is still being worked on. */
async function bringUpToDate(
  making: Making,
  project: Project,
  unit: SampleUnit,
  reporter: number,
  until: CalendarDate,
): Promise<void> {
  const { tx, random, today } = making;
  if (project.stage !== '线索' && project.stage !== '在谈') {
    await makeProgress(making, project, unit, reporter, workday(addDays(today, -random.between(2, 24))));
    return;
  }
  const lost = workday(addDays(until, random.between(20, 60)));
  const reason = `${random.pick(['市场变化', '落户外地', '资金'])}，投资方不再推进`;
  await insertEvent(tx, {
    projectId: project.id,
    kind: 'stage',
    fromStage: project.stage,
    toStage: '流失',
    occurredOn: lost,
    note: reason,
    unitId: unit.id,
    reportedBy: reporter,
    reportedAt: at(making, lost, 17),
    verifiedAt: at(making, addDays(lost, 1), 10),
  });
  await changeProject(tx, project.id, { stage: '流失', stage_on: lost, last_progress_on: lost, lost_reason: reason });
}

/** An instant of a day at twenty past an hour. */
export const at = ({ timeZone }: Making, day: CalendarDate, hour: number): Date =>
  instantAt(day, `${String(hour).padStart(2, '0')}:20`, timeZone);

function makeDraft(random: Random): LeadDraft {
  const chain = random.pick(CHAINS);
  const region = random.pick(COMPANY_REGIONS);
  const product = random.pick(PRODUCTS[chain.name] ?? ['综合']);
  const short = random.pick(COMPANY_NAMES);
  const yi = random.pick([0.5, 0.8, 1, 1.2, 1.5, 2, 2.5, 3, 3.6, 5, 6.8, 8, 12]);
  const foreign = random.chance(0.25);
  return {
    name: `${short}${product}项目`,
    investor: `${region}${short}${BUSINESS[chain.name] ?? ''}有限公司`,
    chain: chain.name,
    industry: null,
    investment: decimal<Amount>(Math.round(yi * 10_000)),
    investmentMax: null,
    approximate: random.chance(0.3),
    foreignPlan: foreign ? decimal<ForeignAmount>(random.between(2, 20) * 50) : null,
    otherCurrency: null,
    fixedAssetsPlan: decimal<Amount>(Math.round(yi * 7000)),
    land: decimal<Area>(random.between(20, 260)),
    jobs: random.between(40, 600),
    output: null,
    tax: null,
    investorRegion: region,
    sourceMethod: random.pick(METHODS),
    referrer: null,
    contactName: `${random.pick(SURNAMES)}总`,
    contactMobile: `1991${String(random.between(0, 9_999_999)).padStart(7, '0')}`,
    creditCode: null,
    projectType: foreign ? '外资' : random.chance(0.12) ? '增资扩产' : '内资',
    stage: '线索',
    claimedStage: null,
    nextStep: null,
    nextStepOn: null,
    text: '',
  };
}

async function moveOn(
  making: Making,
  project: Project,
  unit: SampleUnit,
  reporter: number,
  stage: Stage,
  day: CalendarDate,
): Promise<Project> {
  const { tx, random, roster, today } = making;
  const verified =
    workday(addDays(day, random.between(0, 2))) <= today && (daysBetween(day, today) > 3 || random.chance(0.6));
  const agreement = stage === '签约' ? project.investment : project.agreement;
  const verifiedAt = at(making, addDays(day, 1) <= today ? addDays(day, 1) : day, 18);
  await insertEvent(tx, {
    projectId: project.id,
    kind: 'stage',
    fromStage: project.stage,
    toStage: stage,
    agreement: stage === '签约' ? agreement : null,
    occurredOn: day,
    note: null,
    unitId: unit.id,
    state: verified ? 'verified' : 'reported',
    reportedBy: reporter,
    reportedAt: at(making, day, 17),
    ...(verified ? { verifiedBy: random.pick(roster.staff), verifiedAt, bookedOn: day } : {}),
  });
  const moved = await changeProject(tx, project.id, {
    stage,
    stage_state: verified ? 'verified' : 'reported',
    stage_on: day,
    last_progress_on: day,
    ...(agreement ? { agreement_wan: agreement } : {}),
  });
  if (['签约', '落地', '开工'].includes(stage)) await makeEntries(making, moved ?? project, unit, reporter, day);
  return moved ?? project;
}

async function makeEntries(
  making: Making,
  project: Project,
  unit: SampleUnit,
  reporter: number,
  day: CalendarDate,
): Promise<void> {
  const { tx, random, roster, today } = making;
  const kinds = project.foreignFunded ? (['funds', 'foreign-capital'] as const) : (['funds', 'fixed-assets'] as const);
  for (const kind of kinds) {
    if (!random.chance(kind === 'funds' ? 0.85 : 0.5)) continue;
    const on = workday(addDays(day, random.between(0, 6)));
    if (on > today) continue;
    const verified = daysBetween(on, today) > 3 || random.chance(0.6);
    const part = Math.round((Number(project.investment ?? '5000') * random.between(4, 18)) / 100);
    await insertEntry(tx, {
      projectId: project.id,
      kind,
      amount: decimal(kind === 'foreign-capital' ? random.between(10, 80) : part),
      occurredOn: on,
      voucher: `HD${on.replaceAll('-', '')}${String(random.between(100, 999))}${project.id}${kind.charAt(0)}`,
      note: null,
      unitId: unit.id,
      reportedBy: reporter,
      reportedAt: at(making, on, 16),
      ...(verified
        ? {
            state: 'verified' as const,
            verifiedBy: random.pick(roster.staff),
            verifiedAt: at(making, addDays(on, 1) <= today ? addDays(on, 1) : on, 18),
            bookedOn: on,
          }
        : {}),
    });
  }
}

async function makeProgress(
  { tx, random, ...making }: Making,
  project: Project,
  unit: SampleUnit,
  reporter: number,
  day: CalendarDate,
): Promise<void> {
  if (day > making.today) return;
  const reportedAt = instantAt(day, '10:40', making.timeZone);
  await insertEvent(tx, {
    projectId: project.id,
    kind: 'progress',
    occurredOn: day,
    note: random.pick(PROGRESS),
    unitId: unit.id,
    reportedBy: reporter,
    reportedAt,
  });
  await changeProject(tx, project.id, {
    last_progress_on: day > project.lastProgressOn ? day : project.lastProgressOn,
  });
}
