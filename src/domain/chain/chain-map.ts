/** Where in a chain a node stands. */
export type ChainPart = '上游' | '中游' | '下游';

/** A node of a chain as an office names it; other words for it after slashes ("电池片/电池"). */
export interface ChainNode {
  readonly part: ChainPart;
  readonly name: string;
}

/** The parts in order. */
export const CHAIN_PARTS: readonly ChainPart[] = ['上游', '中游', '下游'];

/** A project as far as the map is concerned. */
export interface ChainProject {
  readonly id: number;
  readonly name: string;
  readonly stage: string;
  /** Everything that may tell its node: node, name, industry. */
  readonly words: string;
}

/** 强: two and more have landed here · 有: one has · 缺: none. */
export type NodeState = '强' | '有' | '缺';

/** A node with who is here and who is being talked to. */
export interface MappedNode extends ChainNode {
  readonly state: NodeState;
  readonly local: readonly ChainProject[];
  readonly talking: readonly ChainProject[];
}

/** 图谱 of one chain. */
export interface ChainMap {
  readonly name: string;
  readonly leader: string | null;
  readonly nodes: readonly MappedNode[];
  /** Projects of the chain that no node's words fit. */
  readonly elsewhere: readonly ChainProject[];
}

const LANDED = ['落地', '开工', '竣工', '投产'];

/** Puts a chain's open projects to its nodes: the first node whose words a project holds. */
export function mapChain(
  chain: { readonly name: string; readonly leader?: string; readonly nodes?: readonly ChainNode[] },
  projects: readonly ChainProject[],
): ChainMap {
  const nodes = chain.nodes ?? [];
  const nodeOf = new Map(projects.map((project) => [project.id, nodes.find((node) => fits(node, project))]));
  return {
    name: chain.name,
    leader: chain.leader ?? null,
    nodes: nodes.map((node) => {
      const here = projects.filter(({ id }) => nodeOf.get(id) === node);
      const local = here.filter(({ stage }) => LANDED.includes(stage));
      const talking = here.filter(({ stage }) => !LANDED.includes(stage));
      return { ...node, name: wordsOf(node)[0] ?? node.name, state: stateOf(local.length), local, talking };
    }),
    elsewhere: projects.filter(({ id }) => nodeOf.get(id) === undefined),
  };
}

const wordsOf = ({ name }: ChainNode): readonly string[] => name.split('/').filter(Boolean);

const fits = (node: ChainNode, { words }: ChainProject): boolean => wordsOf(node).some((word) => words.includes(word));

const stateOf = (count: number): NodeState => (count >= 2 ? '强' : count === 1 ? '有' : '缺');

/** Gaps that nobody is being talked to about: tomorrow's work list. */
export const untouched = ({ nodes }: Pick<ChainMap, 'nodes'>): readonly MappedNode[] =>
  nodes.filter(({ state, talking }) => state === '缺' && talking.length === 0);
