import { type RawBuilder, sql } from 'kysely';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** 异议: what a unit holds against a flag it is about to get; a dated record, answered once. */
export interface Objection {
  readonly id: number;
  /** The quarter ("2026-Q2"). */
  readonly period: string;
  readonly unitId: number;
  readonly unit: string;
  readonly person: string;
  readonly personId: number;
  readonly text: string;
  readonly at: Date;
  readonly verdict: 'upheld' | 'dismissed' | null;
  readonly answer: string | null;
}

/** Keeps an objection; gives its number. */
export async function insertObjection(
  tx: OrgTx,
  objection: Pick<Objection, 'period' | 'unitId' | 'personId' | 'text' | 'at'>,
): Promise<number> {
  const { period, unitId, personId, text, at } = objection;
  return (await insertRecord(tx, 'objections', { period, unit_id: unitId, person_id: personId, text, at })).id;
}

/** Answers an objection while it is open; false when it was answered before. */
export async function answerObjection(
  tx: OrgTx,
  id: number,
  answer: {
    readonly verdict: 'upheld' | 'dismissed';
    readonly text: string | null;
    readonly by: number;
    readonly at: Date;
  },
): Promise<boolean> {
  const patch = { verdict: answer.verdict, answer: answer.text, answered_by: answer.by, answered_at: answer.at };
  return (await updateRecord(tx, 'objections', id, patch, sql`verdict is null`)) !== null;
}

/** The objection of a number; null when there is none. */
export const findObjection = async (tx: OrgTx, id: number): Promise<Objection | null> =>
  (await objections(tx, sql`o.id = ${id}`))[0] ?? null;

/** The objections of a quarter, oldest first. */
export const objectionsOf = (tx: OrgTx, period: string): Promise<readonly Objection[]> =>
  objections(tx, sql`o.period = ${period}`);

async function objections(tx: OrgTx, where: RawBuilder<unknown>): Promise<readonly Objection[]> {
  const { rows } = await sql<Objection>`
    select o.id, o.period, o.unit_id as "unitId", u.name as unit, p.name as person, o.person_id as "personId", o.text, o.at,
      o.verdict, o.answer
    from objections o join units u on u.org_id = o.org_id and u.id = o.unit_id
    join people p on p.org_id = o.org_id and p.id = o.person_id
    where o.org_id = ${tx.orgId} and ${where} order by o.id`.execute(tx.sql);
  return rows;
}
