import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The whole database. Only routing, intake, delivery and {@link inOrg} use it. */
export type Db = Kysely<Tables>;

/** One changed row: its state before (null: inserted) and after, for the audit and for 撤销. */
export interface Change {
  readonly table: string;
  readonly id: number;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

/**
 * An open transaction inside one org: the only way to a walled table. Row-level security lets its queries see that
 * org's rows alone, and writes carry the org by default. `changes` gathers every row written through `change.ts`.
 */
export interface OrgTx {
  readonly orgId: number;
  readonly sql: Transaction<Tables>;
  readonly changes: Change[];
}

/**
 * When a commit is on the disk: before it is told, or with the next one that is told (or a second later): enough for what
 * nobody hears of before a later commit, and is done again when it was lost.
 */
type Commit = 'at-once' | 'with-the-next';

/** Runs work in one transaction inside an org; rolled back when it throws. */
export function inOrg<Result>(
  db: Db,
  orgId: number,
  work: (tx: OrgTx) => Promise<Result>,
  commit: Commit = 'at-once',
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    const org = sql`set_config('app.org_id', ${String(orgId)}, true)`;
    const later = commit === 'at-once' ? sql`` : sql`, set_config('synchronous_commit', 'off', true)`;
    await sql`select ${org} ${later}`.execute(transaction);
    return work({ orgId, sql: transaction, changes: [] });
  });
}

/** The same on one consistent snapshot, for reports: figures cannot shift between two queries. */
export function inOrgSnapshot<Result>(db: Db, orgId: number, work: (tx: OrgTx) => Promise<Result>): Promise<Result> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      await sql`select set_config('app.org_id', ${String(orgId)}, true)`.execute(transaction);
      return work({ orgId, sql: transaction, changes: [] });
    });
}
