import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { visitBriefCard } from '../../src/rendering/cards/visit-brief.card.ts';
import { knownProject } from '../../src/services/resolve.service.ts';
import { visitBrief } from '../../src/services/visit-brief.service.ts';

export default defineCommand({
  name: '四知',
  group: 'activity',
  synonyms: ['行前简报', '拜访准备', '备访'],
  initials: 'siz',
  english: ['brief-visit'],
  help: '出门或接待前的一页：我们有什么、对方什么情况、程序和政策、行业新情况、要问什么',
  usage: '四知 项目或企业',
  examples: ['四知 X113', '四知 比亚迪'],
  slots: { about: record('X', '项目编号', { optional: true }), words: rest('企业', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ about, words = '' }, context) => {
    const { tx, actor, today, chat } = context;
    const project = about === undefined ? null : await knownProject(tx, actor, about);
    const brief = await visitBrief(tx, context, { project, words });
    return visitBriefCard(brief, { today, inGroup: chat.kind === 'group' });
  },
});
