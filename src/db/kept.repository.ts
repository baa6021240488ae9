import { sql } from 'kysely';
import type { Db } from './org-transaction.ts';

/** A value that all replicas share for a while, by the database's clock. */
export interface Kept {
  /** The value and for how many seconds more it is good; null when there is none or it is over. */
  read(): Promise<{ readonly value: string; readonly seconds: number } | null>;
  /** Puts a value there for so many seconds; the last one wins. */
  write(value: string, seconds: number): Promise<void>;
}

/** The shared value of this name. What is secret is encrypted before it comes here. */
export const keptOf = (db: Db, name: string): Kept => ({
  read: async () => {
    const { rows } = await sql<{ value: string; seconds: number }>`
      select value, extract(epoch from good_until - now())::float8 as seconds
      from kept_values where name = ${name} and good_until > now()`.execute(db);
    return rows[0] ?? null;
  },
  write: async (value, seconds) => {
    await sql`
      insert into kept_values (name, value, good_until) values (${name}, ${value}, now() + make_interval(secs => ${seconds}))
      on conflict (name) do update set value = excluded.value, good_until = excluded.good_until`.execute(db);
  },
});
