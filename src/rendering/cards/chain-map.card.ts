import { CHAIN_PARTS, type ChainMap, type MappedNode, untouched } from '../../domain/chain/chain-map.ts';
import type { TargetFirm } from '../../domain/target-firm/target-firm.ts';
import { namesIn, short } from '../format.ts';
import { list, note, type Part, type Reply, say, text } from '../reply.ts';
import { filesOf } from '../report/board-reply.ts';
import type { ReportFiles } from '../report/files.ts';

/** How many names stand behind a node. */
const NAMED = 2;

/** The symbols of the states, beside their words. */
const STATE_SIGNS = { 强: '●', 有: '◐', 缺: '○' } as const;

/** 图谱 of one chain: node by node who is here and who is being talked to, then the gaps to work on. */
export function chainMapCard(map: ChainMap, firms: readonly TargetFirm[], files: ReportFiles): Reply {
  const gaps = untouched(map);
  const parts = CHAIN_PARTS.flatMap((part): Part[] => {
    const nodes = map.nodes.filter((node) => node.part === part);
    return nodes.length === 0 ? [] : [list(nodes.map(nodeLine), part)];
  });
  return {
    title: `${map.name}产业链图谱：${countsText(map)}`,
    tone: 'info',
    parts: [
      ...parts,
      ...(gaps.length > 0 ? [text(`补链清单（缺，还没人在谈）：${gaps.map(({ name }) => name).join('、')}`)] : []),
      ...(firms.length > 0 ? [text(firmsText(firms))] : []),
      ...(map.nodes.length === 0 ? [howToName(map.name)] : []),
      ...(map.elsewhere.length > 0 ? [note(`还有 ${map.elsewhere.length} 个项目没有归到环节。`)] : []),
      ...filesOf(files),
    ],
    buttons: [say('项目清单', `台账 ${map.name}`), say('目标企业', `目标企业 ${map.name}`), say('全部产业链', '图谱')],
  };
}

/** "目标企业 5 家，未接触 2 家：比亚迪、宁德时代". */
function firmsText(firms: readonly TargetFirm[]): string {
  const untouchedFirms = firms.filter(({ state }) => state === '未接触').map(({ name }) => name);
  const left = untouchedFirms.length > 0 ? `，未接触 ${untouchedFirms.length} 家：${namesIn(untouchedFirms, 30)}` : '';
  return `目标企业 ${firms.length} 家${left}`;
}

/** "光伏组件 ●强：瑞通光伏组件、华辰光伏 等 3 家；在谈 2". */
function nodeLine({ name, state, local, talking }: MappedNode): string {
  const here = local.length === 0 ? '' : `：${namesText(local)}`;
  return `${name} ${STATE_SIGNS[state]}${state}${here}${talking.length > 0 ? `；在谈 ${talking.length}` : ''}`;
}

/** "瑞通光伏组件、华辰光伏 等 3 家". */
const namesText = (projects: readonly { readonly name: string }[]): string =>
  projects
    .slice(0, NAMED)
    .map(({ name }) => short(name.replace(/项目$/, ''), 12))
    .join('、') + (projects.length > NAMED ? ` 等 ${projects.length} 家` : '');

/** "强 3、有 2、缺 4". */
export function countsText({ nodes, elsewhere }: ChainMap): string {
  const count = (state: string) => nodes.filter((node) => node.state === state).length;
  return nodes.length === 0
    ? `${elsewhere.length} 个项目，还没有分环节`
    : `强 ${count('强')}、有 ${count('有')}、缺 ${count('缺')}`;
}

/** All chains with how many nodes are strong, there, missing; a button for each. */
export const chainMapsCard = (maps: readonly ChainMap[]): Reply => ({
  title: maps.length === 0 ? '还没有产业链' : `产业链图谱：${maps.length} 条链`,
  tone: 'info',
  parts:
    maps.length === 0
      ? [howToName('新能源')]
      : [
          list(
            maps.map(
              (map) =>
                `${map.name}${map.leader ? `（链长 ${map.leader}）` : ''}：${countsText(map)}${
                  untouched(map).length > 0
                    ? `；待补 ${untouched(map)
                        .map(({ name }) => name)
                        .join('、')}`
                    : ''
                }`,
            ),
          ),
        ],
  buttons: maps.slice(0, 5).map(({ name }) => say(name, `图谱 ${name}`)),
});

const howToName = (name: string): Part =>
  note(`分环节：设置 产业链 ${name} 上游 硅料、硅片 中游 电池片、组件 下游 电站、储能`);
