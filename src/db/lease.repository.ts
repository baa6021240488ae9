import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './org-transaction.ts';

/** A right that one process at a time has, by the database's clock. Each object stands for one candidate. */
export interface Lease {
  /** Takes it, or keeps it, for so many seconds from now; false while another candidate has it. */
  take(seconds: number): Promise<boolean>;
  /** What the holder says of its work, for whoever looks; not stored for anybody else. */
  note(state: string): Promise<void>;
  /** Gives it back, so that the next candidate need not wait. */
  release(): Promise<void>;
  /** What the present holder, whoever it is, said last; null while nobody holds it. */
  look(): Promise<Holding | null>;
}

/** Who holds a right, and what it said last and when; null while nobody does. */
export interface Holding {
  readonly state: string | null;
  readonly notedAt: Date | null;
}

/** A candidate for the right of this name. */
export function leaseOf(db: Db, name: string): Lease {
  const owner = randomUUID();
  return {
    take: async (seconds) => {
      const { rows } = await sql`
        insert into leases (name, owner, held_until) values (${name}, ${owner}, now() + make_interval(secs => ${seconds}))
        on conflict (name) do update set owner = excluded.owner, held_until = excluded.held_until,
          state = case when leases.owner = excluded.owner then leases.state end
          where leases.owner = excluded.owner or leases.held_until < now()
        returning name`.execute(db);
      return rows.length === 1;
    },
    note: async (state) => {
      await sql`update leases set state = ${state}, noted_at = now() where name = ${name} and owner = ${owner}`.execute(
        db,
      );
    },
    release: async () => {
      await sql`update leases set held_until = now() - interval '1 second', state = null where name = ${name} and owner = ${owner}`.execute(
        db,
      );
    },
    look: () => holdingOf(db, name),
  };
}

/** The present holding of a right. */
export async function holdingOf(db: Db, name: string): Promise<Holding | null> {
  const { rows } = await sql<Holding>`
    select state, noted_at as "notedAt" from leases where name = ${name} and held_until >= now()`.execute(db);
  return rows[0] ?? null;
}
