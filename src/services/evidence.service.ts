import { createHash } from 'node:crypto';
import { findEntry } from '../db/entry.repository.ts';
import { evidenceOfProject, evidenceWithHash, insertEvidence, latestReports } from '../db/evidence.repository.ts';
import { findProject } from '../db/project.repository.ts';
import { findEvent, standingMoves, waitingMoves } from '../db/project-history.repository.ts';
import { ENTRY_KINDS, type Entry } from '../domain/ledger/entry.ts';
import { requireReach } from '../domain/org/require.ts';
import { type Evidence, evidenceType } from '../domain/project/evidence.ts';
import type { ProjectEvent } from '../domain/project/history.ts';
import type { Project } from '../domain/project/project.ts';
import { missingProofs, proofIn } from '../domain/project/proof.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import { type KeptFile, readFile, storeFile } from './file.service.ts';
import { seesWhole } from './project.service.ts';
import type { OrgTx } from './transaction.ts';

/** A file as it came along. */
export interface Brought {
  readonly name: string;
  readonly base64: string;
}

/** What evidence is for: a stage move, an entry, or the project as such. */
export interface Proven {
  readonly project: Project;
  readonly event: ProjectEvent | null;
  readonly entry: Entry | null;
}

/** What is there of evidence, and which proofs are still asked for. */
export interface Proof {
  readonly proven: Proven;
  readonly kept: readonly Evidence[];
  readonly missing: readonly string[];
}

type By = Pick<Acting, 'actor' | 'now' | 'org'>;

/**
 * Keeps files as evidence. The same file for the same thing is kept once. Refusals: "access.not-yours", "evidence.type",
 * "evidence.used" (the same bytes prove another project).
 */
export async function addEvidence(
  tx: OrgTx,
  by: By,
  proven: Proven,
  files: readonly Brought[],
  words: string,
): Promise<Proof> {
  if (files.length > 0) requireReach(by.actor, 'report', proven.project.unitId);
  for (const file of files) await keep(tx, by, proven, await storeOnce(tx, file), words);
  return proofOf(tx, by, proven);
}

/** Files already stored (while it was asked what they prove) as evidence. */
export async function addStored(tx: OrgTx, by: By, proven: Proven, fileIds: readonly string[]): Promise<Proof> {
  requireReach(by.actor, 'report', proven.project.unitId);
  for (const id of fileIds) {
    const file = await readFile(tx, id);
    if (file) await keep(tx, by, proven, file, '');
  }
  return proofOf(tx, by, proven);
}

type Stored = KeptFile & { readonly sha256: string };

/** Keeps the bytes of a file; Refusal "evidence.type" for what can be no evidence. */
export async function storeOnce(tx: OrgTx, { name, base64 }: Brought): Promise<Stored> {
  const mime = evidenceType(name);
  if (!mime) throw new Refusal('evidence.type', { name });
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0) throw new Refusal('evidence.empty', { name });
  return { ...(await storeFile(tx, { name, mime, bytes })), sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function keep(tx: OrgTx, by: By, proven: Proven, file: Stored, words: string): Promise<void> {
  const { project, event, entry } = proven;
  const same = await evidenceWithHash(tx, file.sha256);
  const elsewhere = same.find(({ projectId }) => projectId !== project.id);
  if (elsewhere) throw new Refusal('evidence.used', { name: file.name, where: await whereOf(tx, elsewhere) });
  if (same.some(({ eventId, entryId }) => eventId === (event?.id ?? null) && entryId === (entry?.id ?? null))) return;
  const { missing } = await proofOf(tx, by, proven);
  const required = requiredFor(by, proven);
  await insertEvidence(tx, {
    projectId: project.id,
    eventId: event?.id ?? null,
    entryId: entry?.id ?? null,
    fileId: file.id,
    sha256: file.sha256,
    label: proofIn(required, `${file.name} ${words}`) ?? missing[0] ?? null,
    addedBy: by.actor.personId,
    addedAt: by.now,
  });
}

async function whereOf(tx: OrgTx, { projectId, entryId }: Evidence): Promise<string> {
  const project = await findProject(tx, projectId);
  return `X${projectId} ${project?.name ?? ''}${entryId === null ? '' : ` 的 L${entryId}`}`;
}

const requiredFor = ({ org }: By, { event, entry }: Proven): readonly string[] =>
  org.settings.proofs[entry ? ENTRY_KINDS[entry.kind].word : (event?.toStage ?? '')] ?? [];

/** What is there of evidence for a thing, and what is still asked for. */
async function proofOf(tx: OrgTx, by: By, proven: Proven): Promise<Proof> {
  const { project, event, entry } = proven;
  const all = await evidenceOfProject(tx, project.id);
  const kept = all.filter(({ eventId, entryId }) =>
    entry ? entryId === entry.id : event ? eventId === event.id : true,
  );
  const words = entry ? `${entry.note ?? ''}${entry.voucher ? '凭证' : ''}` : (event?.note ?? '');
  const labels = kept.map(({ label }) => label);
  return { proven, kept, missing: missingProofs(requiredFor(by, proven), labels, words) };
}

/** What a number means for evidence: an entry, or a project with its latest stage move. Refusals as for any number. */
export async function provenBy(
  tx: OrgTx,
  number: { readonly project?: number | undefined; readonly entry?: number | undefined },
): Promise<Proven> {
  const entry = number.entry === undefined ? null : await findEntry(tx, number.entry);
  if (number.entry !== undefined && !entry) throw new Refusal('entry.not-found', { entry: `L${number.entry}` });
  const id = entry?.projectId ?? number.project ?? 0;
  const project = id <= 2_000_000_000 ? await findProject(tx, id) : null;
  if (!project) throw new Refusal('project.not-found', { ref: `X${id}` });
  const event = entry ? null : ((await waitingMoves(tx, id)).at(-1) ?? (await standingMoves(tx, id))[0] ?? null);
  return { project, event, entry };
}

/** The evidence of a number, for those who see the whole project. Refusal "evidence.hidden". */
export async function viewEvidence(
  tx: OrgTx,
  by: By,
  number: { readonly project?: number | undefined; readonly entry?: number | undefined },
): Promise<Proof> {
  const proven = await provenBy(tx, number);
  if (!seesWhole(by.actor, proven.project)) throw new Refusal('evidence.hidden');
  if (proven.entry) return proofOf(tx, by, proven);
  const { missing } = await proofOf(tx, by, proven);
  return { proven, kept: await evidenceOfProject(tx, proven.project.id), missing };
}

const RECENT_MS = 3 * 86_400_000;

/** What a person reported in the last days: what a file without words may be meant for, newest first. */
export async function recentlyReported(tx: OrgTx, { actor, now }: By): Promise<readonly Proven[]> {
  const since = new Date(now.getTime() - RECENT_MS);
  const found = await latestReports(tx, { personId: actor.personId, since, limit: 4 });
  const proven = await Promise.all(
    found.map(async ({ projectId, eventId, entryId }) => ({
      project: await findProject(tx, projectId),
      event: eventId === null ? null : await findEvent(tx, eventId),
      entry: entryId === null ? null : await findEntry(tx, entryId),
    })),
  );
  return proven.flatMap((one) => (one.project ? [{ ...one, project: one.project }] : []));
}
