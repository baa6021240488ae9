import { defineCommand } from '../../src/commands/define.ts';
import { childrenReply } from '../../src/rendering/cards/children.card.ts';
import { childrenBoards } from '../../src/services/children.service.ts';

export default defineCommand({
  name: '下级',
  group: 'figures',
  synonyms: ['下级地区', '各县区'],
  initials: 'xj',
  english: ['children'],
  help: '市看各县区：各地区最近一期已发布月报的主要数，其他一概看不到',
  usage: '下级（上下级在服务器上设：xiaozhao org parent 县 市）',
  examples: ['下级'],
  slots: {},
  kind: 'read',
  ability: 'look',
  run: async (_, { tx }) => childrenReply(await childrenBoards(tx)),
});
