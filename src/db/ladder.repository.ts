import type { OrgTx } from './org-transaction.ts';

/** Rungs already taken, by subject ("R45" → "before:2026-06-12", "unsigned"). */
export async function takenRungs(
  tx: OrgTx,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (subjects.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('ladder_rungs')
    .select(['subject', 'rung'])
    .where('subject', 'in', subjects)
    .execute();
  const taken = new Map<string, Set<string>>();
  for (const { subject, rung } of rows) taken.set(subject, (taken.get(subject) ?? new Set()).add(rung));
  return taken;
}

/** Takes a rung; false when it was taken before. Of two workers at once exactly one takes it. */
export async function takeRung(tx: OrgTx, subject: string, rung: string, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('ladder_rungs')
    .values({ subject, rung, sent_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
