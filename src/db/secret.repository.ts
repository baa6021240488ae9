import { sql } from 'kysely';
import type { Hidden } from '../domain/project/hidden.ts';
import type { Project } from '../domain/project/project.ts';
import { toJson } from './json-column.ts';
import type { OrgTx } from './org-transaction.ts';
import { changeProject } from './project.repository.ts';

/** Puts what tells who it is behind a code name, for the named people only. */
export const hideProject = (
  tx: OrgTx,
  id: number,
  hidden: { readonly code: string; readonly to: readonly number[]; readonly secret: Hidden },
): Promise<Project | null> =>
  changeProject(tx, id, {
    name: hidden.code,
    investor: null,
    credit_code: null,
    site: null,
    referrer: null,
    investor_region: null,
    next_step: null,
    secret_to: [...hidden.to],
    secret: toJson(hidden.secret),
  });

/** Who may know a secret project. */
export const setKnowers = (tx: OrgTx, id: number, to: readonly number[]): Promise<Project | null> =>
  changeProject(tx, id, { secret_to: [...to] });

/** Opens a secret project again: what was hidden stands where it stood. */
export const openProject = (tx: OrgTx, id: number, { secret }: Project): Promise<Project | null> =>
  changeProject(tx, id, {
    ...(secret?.name === undefined ? {} : { name: secret.name }),
    investor: secret?.investor ?? null,
    credit_code: secret?.creditCode ?? null,
    site: secret?.site ?? null,
    referrer: secret?.referrer ?? null,
    investor_region: secret?.investorRegion ?? null,
    next_step: secret?.nextStep ?? null,
    secret_to: null,
    secret: null,
  });

/** Numbers of secret projects a person may know whose hidden name or investor holds the words. */
export async function secretsHolding(tx: OrgTx, words: string, personId: number): Promise<readonly number[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ id: number }>`
    select id from projects where secret_to @> array[${personId}]::integer[]
      and (secret->>'name' ilike ${pattern} or secret->>'investor' ilike ${pattern})
    order by id desc limit 6`.execute(tx.sql);
  return rows.map(({ id }) => id);
}
