import { projectsOfChain } from '../db/chain.repository.ts';
import { type ChainMap, mapChain } from '../domain/chain/chain-map.ts';
import { Refusal } from '../domain/refusal.ts';
import type { ReportHead } from '../domain/report/model.ts';
import { instantLabel, issuerOf, type Reporting } from './board.service.ts';
import { placeName } from './place.ts';
import type { OrgTx } from './transaction.ts';

/** The maps of all chains, in the org's order. */
export async function chainMaps(tx: OrgTx, { settings }: Reporting): Promise<readonly ChainMap[]> {
  const maps: ChainMap[] = [];
  for (const chain of settings.chains) maps.push(mapChain(chain, await projectsOfChain(tx, chain.name)));
  return maps;
}

/** The map of the chain that words name (by name or keyword), with a head for its picture. Refusal "chain.unknown". */
export async function chainMap(
  tx: OrgTx,
  org: Reporting,
  words: string,
  now: Date,
): Promise<{ readonly map: ChainMap; readonly head: ReportHead }> {
  const { chains } = org.settings;
  const chain =
    chains.find(({ name }) => words.includes(name) || name.includes(words)) ??
    chains.find(({ keywords }) => keywords.some((keyword) => words.includes(keyword)));
  if (!chain)
    throw new Refusal('chain.unknown', { name: words.slice(0, 20), known: chains.map(({ name }) => name).join('、') });
  const label = instantLabel(now, org.timeZone);
  const head = {
    org: placeName(org.name),
    issuer: issuerOf(org),
    title: `${chain.name}产业链图谱`,
    periodKey: chain.name,
    periodLabel: chain.leader ? `链长 ${chain.leader}` : '产业链',
    spanLabel: `现状，截至 ${label}`,
    cutOff: now.toISOString(),
    cutOffLabel: label,
    calibre:
      '已落地、开工、投产的算本地企业：2 家及以上为强，1 家为有，没有为缺；线索到签约的算在谈。项目按名称和产业归到环节。',
    scheme: null,
  };
  return { map: mapChain(chain, await projectsOfChain(tx, chain.name)), head };
}
