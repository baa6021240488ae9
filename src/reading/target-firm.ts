import { ranksIn, withoutRanks } from '../domain/target-firm/target-firm.ts';
import { isPlace } from './origin.ts';

/** A firm as told in one line. */
export interface FirmReading {
  readonly name: string | null;
  readonly ranks: readonly string[];
  readonly chain: string | null;
  readonly node: string | null;
  readonly region: string | null;
}

/** A chain with its nodes, as the settings name them. */
interface Chain {
  readonly name: string;
  readonly keywords: readonly string[];
  readonly nodes?: readonly { readonly name: string }[];
}

/** "比亚迪 世界500强 上市 新能源 储能电池 深圳": the name first, then lists, chain, node and place in any order. Pure. */
export function readFirm(text: string, chains: readonly Chain[]): FirmReading {
  const words = withoutRanks(text)
    .split(/[\s，,；;、]+/)
    .filter((word) => word !== '' && word !== '公司' && word !== '企业');
  const [name = null, ...others] = words;
  const nodes = chains.flatMap((chain) =>
    (chain.nodes ?? []).map((node) => ({
      chain: chain.name,
      words: node.name.split('/'),
      name: node.name.split('/')[0] ?? node.name,
    })),
  );
  const node = nodes.find((one) => others.some((word) => one.words.includes(word)));
  const chain = chains.find(({ name: known, keywords }) =>
    others.some((word) => [known, ...keywords].some((each) => word === each || word === `${each}产业链`)),
  );
  return {
    name,
    ranks: ranksIn(text),
    chain: chain?.name ?? node?.chain ?? null,
    node: node?.name ?? null,
    region: others.find(isPlace) ?? null,
  };
}
