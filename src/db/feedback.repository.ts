import { sql } from 'kysely';
import type { Feedback, Said } from '../domain/feedback.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/**
 * Keeps what a person said of an answer; said again of the same one, the later word stands. It is no write of the person's
 * own work: 撤销 does not take it back.
 */
export async function keepFeedback(
  tx: OrgTx,
  said: Said & { readonly personId: number; readonly title: string | null; readonly at: Date },
): Promise<void> {
  const { personId, verdict, reasons, words, answer, title, at } = said;
  const known =
    answer === null
      ? undefined
      : await tx.sql
          .selectFrom('feedback')
          .select('id')
          .where('person_id', '=', personId)
          .where('answer', '=', answer)
          .executeTakeFirst();
  const of = { verdict, reasons: [...reasons], words, title, at };
  if (known) await updateRecord(tx, 'feedback', known.id, of);
  else await insertRecord(tx, 'feedback', { ...of, person_id: personId, answer });
  tx.changes.pop();
}

/** What an answer said first, by the platform's word for it; the last one a person got without one. */
export async function answerTitle(
  tx: OrgTx,
  answer: string | null,
  person: { readonly platform: string; readonly externalId: string },
): Promise<{ readonly answer: string; readonly title: string } | null> {
  const of =
    answer === null
      ? sql`platform = ${person.platform} and person_external_id = ${person.externalId}`
      : sql`(id::text = ${answer} or answer_to->>'stream' = ${answer})`;
  const { rows } = await sql<{ answer: string; title: string }>`
    select id::text as answer, coalesce(body->>'title', '') as title from outbox
    where org_id = ${tx.orgId} and class = 'reply' and ${of} order by id desc limit 1`.execute(tx.sql);
  return rows[0] ?? null;
}

/** What was said since an instant and stands, newest first. */
export async function listFeedback(tx: OrgTx, since: Date): Promise<readonly Feedback[]> {
  const { rows } = await sql<Feedback>`
    select p.name as person, f.verdict, f.reasons, f.words, f.title, f.at from feedback f
    join people p on p.org_id = f.org_id and p.id = f.person_id
    where f.verdict <> 'withdrawn' and f.at >= ${since} order by f.id desc limit 500`.execute(tx.sql);
  return rows;
}
