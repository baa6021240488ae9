import { findProject } from '../db/project.repository.ts';
import { requireReach } from '../domain/org/require.ts';
import { type LeadDraft, leadName, mergeDraft, saysAnything } from '../domain/project/lead.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { readRecordNumber } from '../reading/reference.ts';
import type { Acting } from './acting.ts';
import { draftOf, understand } from './lead-reading.ts';
import { type Asker, ask, drop, question, revise, settle } from './pending.service.ts';
import { type Alike, alikeOf, amendProject, fileLead } from './project.service.ts';
import type { ReadingContext } from './reading-context.ts';
import type { OrgTx } from './transaction.ts';

/** Who captures, where, with which words: a command's context fits. */
export type Capturing = Acting & Asker & ReadingContext;

/** A draft that waits for 确认: what was understood, and records it may duplicate. */
export interface DraftState {
  readonly kind: 'draft';
  readonly id: number;
  readonly draft: LeadDraft;
  readonly alike: readonly Alike[];
}

/** A lead on record; `fresh` when this call wrote it. */
export interface Written {
  readonly kind: 'written';
  readonly project: Project;
  readonly fresh: boolean;
}

interface DraftArgs {
  readonly draft: LeadDraft;
  /** The record that likely is the same. */
  readonly alike: number | null;
  /** The record this draft became. */
  readonly project?: number;
}

/** Reads a text into a draft and asks: nothing is written before 确认. Refusal "capture.unread" where it says nothing of a lead. */
export async function draftLead(tx: OrgTx, capturing: Capturing, text: string): Promise<DraftState> {
  const draft = draftOf(text, capturing);
  if (!saysAnything(draft)) throw new Refusal('capture.unread', { text });
  return present(tx, capturing, draft, null);
}

/** The same for a text without a command, when it reads like a lead; null when it does not. */
export async function freeLead(tx: OrgTx, capturing: Capturing, text: string): Promise<DraftState | null> {
  const found = understand(text, capturing);
  const likely = found.kind === 'lead' && found.confidence >= capturing.org.settings.readingConfidence;
  return likely && (found.company || found.project) ? draftLead(tx, capturing, text) : null;
}

async function present(tx: OrgTx, capturing: Capturing, draft: LeadDraft, id: number | null): Promise<DraftState> {
  const alike = await alikeOf(tx, draft, capturing);
  const args: DraftArgs = { draft, alike: (alike.find(({ mine }) => mine) ?? alike[0])?.project.id ?? null };
  if (id !== null) await revise(tx, id, { args });
  const known = id ?? (await ask(tx, capturing, { command: '录入', action: 'answer', args }));
  return { kind: 'draft', id: known, draft, alike };
}

/** 确认 (or 仍要录入, which waits for staff): files the draft. A second time it answers with the record. */
export async function writeDraft(tx: OrgTx, capturing: Capturing, id: number, insist: boolean): Promise<Written> {
  const asked = await question(tx, capturing, id);
  const args = asked.args as unknown as DraftArgs;
  if (asked.state === 'dropped') throw new Refusal('capture.discarded');
  if (asked.state === 'used') return again(tx, args);
  const likely = (await alikeOf(tx, args.draft, capturing))[0]?.project.id ?? null;
  if (likely !== null && !insist) throw new Refusal('capture.alike', { project: `X${likely}` });
  const project = await fileLead(tx, capturing, args.draft, likely);
  return finish(tx, id, args, project);
}

/** The draft that a form is opened for. Refusals "capture.discarded", "capture.again" when it is on record. */
export async function openDraft(tx: OrgTx, capturing: Capturing, id: number): Promise<LeadDraft> {
  const asked = await question(tx, capturing, id);
  if (asked.state === 'dropped') throw new Refusal('capture.discarded');
  const { draft, project } = asked.args as unknown as DraftArgs;
  if (asked.state === 'used') throw new Refusal('capture.again', { project: `X${project ?? ''}` });
  return draft;
}

/**
 * Files facts that a person has filled in, field by field, which is as good as 确认; unless they may be on record already:
 * then it asks. `id`: the draft they take the place of.
 */
export async function fileFilled(
  tx: OrgTx,
  capturing: Capturing,
  id: number | null,
  draft: LeadDraft,
): Promise<DraftState | Written> {
  const state = await present(tx, capturing, draft, id);
  return state.alike.length > 0 ? state : writeDraft(tx, capturing, state.id, false);
}

/** 补充: adds the draft to the record it duplicates. */
export async function mergeIntoAlike(tx: OrgTx, capturing: Capturing, id: number): Promise<Written> {
  const asked = await question(tx, capturing, id);
  const args = asked.args as unknown as DraftArgs;
  if (asked.state === 'used') return again(tx, args);
  const project = args.alike === null ? null : await findProject(tx, args.alike);
  if (!project || asked.state === 'dropped') throw new Refusal('capture.discarded');
  requireReach(capturing.actor, 'report', project.unitId);
  const amended = await amendProject(tx, capturing, project, args.draft);
  return finish(tx, id, args, amended.project);
}

async function finish(tx: OrgTx, id: number, args: DraftArgs, project: Project): Promise<Written> {
  await revise(tx, id, { args: { ...args, project: project.id } });
  await settle(tx, id);
  return { kind: 'written', project, fresh: true };
}

async function again(tx: OrgTx, args: DraftArgs): Promise<Written> {
  const project = args.project === undefined ? null : await findProject(tx, args.project);
  if (!project) throw new Refusal('capture.discarded');
  return { kind: 'written', project, fresh: false };
}

/** 放弃. */
export async function discardDraft(tx: OrgTx, capturing: Capturing, id: number): Promise<void> {
  const asked = await question(tx, capturing, id);
  if (asked.state === 'used') throw new Refusal('capture.written');
  await drop(tx, id);
}

/** Words that can only be a change of the draft. */
const CHANGE = /^(?:修改|改成|改为|换成|换为|更正为?|改|换|再加上?|补充|另外|还有)[\s:：,，]*/;

/** A typed answer that is about something else than the draft. */
export interface Aside {
  readonly kind: 'aside';
  /** What the draft is called. */
  readonly name: string;
}

const YES = /^(?:确认|确定|是|是的|对|对的|好|好的|可以|ok|yes|y)[。.!！]?$/i;
const NO = /^(?:放弃|取消|不要|算了|不用了|否|no|n)[。.!！]?$/i;

/** A typed answer to the draft: 确认, 放弃, or words that change it. */
export async function answerDraft(
  tx: OrgTx,
  capturing: Capturing,
  id: number,
  text: string,
): Promise<DraftState | Written | Aside | { readonly kind: 'discarded' }> {
  const words = text.trim();
  if (YES.test(words)) return writeDraft(tx, capturing, id, false);
  if (/^仍要录入/.test(words)) return writeDraft(tx, capturing, id, true);
  if (NO.test(words)) {
    await discardDraft(tx, capturing, id);
    return { kind: 'discarded' };
  }
  const asked = await question(tx, capturing, id);
  if (asked.state !== 'open') throw new Refusal('pending.gone');
  const { draft } = asked.args as unknown as DraftArgs;
  const said = draftOf(words.replace(CHANGE, ''), capturing);
  if (!changes(draft, said, words, capturing)) return { kind: 'aside', name: leadName(draft) };
  return present(tx, capturing, mergeDraft(draft, said), id);
}

const FIELDS = /^(?:投资方|投资企业|企业|公司|客商|项目)/;

/**
 * Whether a text says something of the open draft. What reads as an outing, a task, a problem or a payment, names a record
 * or brings another investor or other works with their sum and land in a sentence of its own is about something else: a draft is never changed on a guess.
 */
function changes(draft: LeadDraft, said: LeadDraft, words: string, capturing: Capturing): boolean {
  const industry = words.length <= 12 && (said.chain ?? said.industry) !== null;
  if (!saysAnything(said) && !industry) return false;
  if (CHANGE.test(words) || FIELDS.test(words)) return true;
  if (readRecordNumber(words).length > 0) return false;
  const { kind, confidence } = understand(words, capturing);
  if (!['lead', 'none'].includes(kind) && confidence >= capturing.org.settings.readingConfidence) return false;
  const other = said.investor !== null && draft.investor !== null && said.investor !== draft.investor;
  if (other && words.trim() !== said.investor) return false;
  return !(kind === 'lead' && isAnother(draft, said));
}

/** Other works with a sum of their own: the next lead, told while one still waits. */
const isAnother = (draft: LeadDraft, said: LeadDraft): boolean =>
  draft.name !== null &&
  said.name !== null &&
  said.name !== draft.name &&
  [draft, said].every(({ investment, foreignPlan }) => investment !== null || foreignPlan !== null) &&
  said.land !== null;
