import { listPeople } from '../../services/people.service.ts';
import { MAIN_CHAT } from '../../services/sample/roster.ts';
import type { OrgTx } from '../../services/transaction.ts';

/** Somebody who speaks. */
export interface Player {
  readonly name: string;
  readonly externalId: string;
  readonly unitName: string | null;
}

/** Who plays. */
export interface Cast {
  readonly staff: readonly Player[];
  readonly leaders: readonly Player[];
  /** Members and liaisons of units. */
  readonly cadres: readonly Player[];
  readonly heads: readonly Player[];
  readonly mainChat: string;
  /** Numbers of projects at a stage when the play begins, with who may write about them. */
  readonly projects: readonly { readonly number: string; readonly stage: string; readonly unitName: string }[];
  nameOf(chat: string): string;
}

/** The sample org's people by what they do. */
export async function castOf(tx: OrgTx): Promise<Cast> {
  const people = (await listPeople(tx)).map((person) => ({ ...person, externalId: `p${person.id}` }));
  const of = (...roles: readonly string[]) => people.filter((person) => roles.includes(person.role));
  const names = new Map(people.map((person) => [person.externalId, `${person.name}（私聊）`]));
  const rows = await tx.sql
    .selectFrom('projects as p')
    .innerJoin('units as u', (join) => join.onRef('u.org_id', '=', 'p.org_id').onRef('u.id', '=', 'p.unit_id'))
    .select(['p.id', 'p.stage', 'u.name'])
    .where('p.last_progress_on', '>', '2026-03-01' as never)
    .where('p.stage_state', '=', 'verified')
    .orderBy('p.id', 'desc')
    .execute();
  return {
    staff: of('staff'),
    leaders: of('leader'),
    cadres: of('member', 'liaison').filter((person) => person.unitName !== null),
    heads: of('head'),
    mainChat: 'main',
    projects: rows.map((row) => ({ number: `X${row.id}`, stage: row.stage, unitName: row.name })),
    nameOf: (chat) => (chat === 'main' ? MAIN_CHAT : (names.get(chat) ?? chat)),
  };
}
