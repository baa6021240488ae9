import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { chainMapCard, chainMapsCard } from '../../src/rendering/cards/chain-map.card.ts';
import { drawChainMapFiles } from '../../src/rendering/report/draw.ts';
import { chainMap, chainMaps } from '../../src/services/chain-map.service.ts';
import { storeDrawn } from '../../src/services/file.service.ts';
import { listFirms } from '../../src/services/target-firm.service.ts';

export default defineCommand({
  name: '图谱',
  group: 'maps',
  synonyms: ['产业链图谱', '产业链', '链图', '招商图谱'],
  initials: 'tp',
  english: ['map', 'chainmap'],
  help: '产业链图谱：哪个环节强、有、缺，谁在谈，下一步补哪里',
  usage: '图谱 [产业链]',
  examples: ['图谱', '图谱 新能源'],
  slots: { words: rest('产业链', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ words }, { tx, org, now }) => {
    if (!words) return chainMapsCard(await chainMaps(tx, org));
    const { map, head } = await chainMap(tx, org, words, now);
    const files = map.nodes.length === 0 ? [] : await storeDrawn(tx, await drawChainMapFiles(map, head));
    return chainMapCard(map, await listFirms(tx, map.name), files);
  },
});
