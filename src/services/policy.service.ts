import { closePolicy, findPolicy, insertPolicy, openPolicies, policyTitled } from '../db/policy.repository.ts';
import { requireReach } from '../domain/org/require.ts';
import { type Policy, packageFor } from '../domain/policy/policy.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import { type Brought, storeOnce } from './evidence.service.ts';
import type { OrgTx } from './transaction.ts';

/** A policy as an office tells it. */
export type ToldPolicy = Omit<Policy, 'id' | 'file' | 'gives'> & { readonly gives: string | undefined };

const LONGEST = 60;

/** 政策: every policy on the list. */
export const listPolicies = (tx: OrgTx): Promise<readonly Policy[]> => openPolicies(tx);

/** A policy by its number. Refusal "policy.none". */
export async function loadPolicy(tx: OrgTx, id: number): Promise<Policy> {
  const policy = await findPolicy(tx, id);
  if (!policy) throw new Refusal('policy.none', { policy: id });
  return policy;
}

/**
 * 政策 新增: staff file what is offered, with the document itself where it came along. A title that is on the list answers with
 * what is. Refusals "policy.unread", "access.not-yours", those of the file.
 */
export async function addPolicy(
  tx: OrgTx,
  { actor }: Acting,
  told: ToldPolicy,
  [paper]: readonly Brought[],
): Promise<{ readonly policy: Policy; readonly changed: boolean }> {
  requireReach(actor, 'publish', null);
  const { title, gives } = told;
  if (!title || title.length > LONGEST || !gives) throw new Refusal('policy.unread');
  const known = await policyTitled(tx, title);
  if (known) return { policy: known, changed: false };
  const fileId = paper ? (await storeOnce(tx, paper)).id : null;
  const id = await insertPolicy(tx, { ...told, gives, fileId });
  return { policy: await loadPolicy(tx, id), changed: true };
}

/** 政策 停用: off the list, by staff. */
export async function retirePolicy(tx: OrgTx, { actor }: Acting, id: number): Promise<Policy> {
  requireReach(actor, 'publish', null);
  const policy = await loadPolicy(tx, id);
  await closePolicy(tx, id);
  return policy;
}

/** 政策包: what applies to a project today, and what might once more is known of it. */
export const policyPackage = async (tx: OrgTx, { today }: Pick<Acting, 'today'>, project: Project) =>
  packageFor(await openPolicies(tx), project, today);
