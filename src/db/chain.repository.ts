import { sql } from 'kysely';
import type { ChainProject } from '../domain/chain/chain-map.ts';
import type { OrgTx } from './org-transaction.ts';

/** Open projects of a chain, those furthest on first, with the words that may tell their node. */
export async function projectsOfChain(tx: OrgTx, chain: string): Promise<readonly ChainProject[]> {
  const { rows } = await sql<ChainProject>`
    select id, name, stage, concat_ws(' ', chain_node, name, industry) as words from projects
    where chain = ${chain} and stage not in ('搁置', '流失', '否决') and adjudication <> 'refused'
    order by stage_on desc, id`.execute(tx.sql);
  return rows;
}

/** The last projects of a chain that were lost, with where they went. */
export async function lostOfChain(
  tx: OrgTx,
  chain: string,
): Promise<readonly { readonly name: string; readonly to: string | null; readonly reason: string | null }[]> {
  return tx.sql
    .selectFrom('projects')
    .select(['name', 'lost_to as to', 'lost_reason as reason'])
    .where('chain', '=', chain)
    .where('stage', '=', '流失')
    .orderBy('stage_on', 'desc')
    .orderBy('id', 'desc')
    .limit(2)
    .execute();
}
