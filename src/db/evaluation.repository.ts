import type { Evaluation } from '../domain/evaluation/three-books.ts';
import { insertRecord } from './change.ts';
import { toJson } from './json-column.ts';
import type { OrgTx } from './org-transaction.ts';

/** Keeps a verdict with the figures and thresholds it rests on. */
export async function insertEvaluation(
  tx: OrgTx,
  projectId: number,
  { verdict, passes, veto }: Evaluation,
  kept: { readonly inputs: object; readonly by: number; readonly at: Date },
): Promise<void> {
  await insertRecord(tx, 'evaluations', {
    project_id: projectId,
    verdict,
    passes,
    veto,
    inputs: toJson(kept.inputs),
    evaluated_by: kept.by,
    evaluated_at: kept.at,
  });
}

/** The latest verdict on a project; null when there is none. */
export async function latestEvaluation(
  tx: OrgTx,
  projectId: number,
): Promise<{
  readonly verdict: string;
  readonly passes: number;
  readonly veto: string | null;
  readonly at: Date;
} | null> {
  const row = await tx.sql
    .selectFrom('evaluations')
    .select(['verdict', 'passes', 'veto', 'evaluated_at as at'])
    .where('project_id', '=', projectId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
