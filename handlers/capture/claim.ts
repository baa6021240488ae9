import { defineCommand } from '../../src/commands/define.ts';
import { project } from '../../src/commands/slots.ts';
import { projectTitle } from '../../src/rendering/cards/project.card.ts';
import { note, sayMore } from '../../src/rendering/reply.ts';
import { claimProject } from '../../src/services/ownership.service.ts';

export default defineCommand({
  name: '认领',
  group: 'capture',
  synonyms: ['接手'],
  initials: 'rl',
  english: ['claim'],
  help: '从公海认领线索，先到先得',
  usage: '认领 项目',
  examples: ['认领 X113'],
  slots: { project: project({ whose: 'any' }) },
  kind: 'write',
  ability: 'claim',
  run: async ({ project: target }, context) => {
    const { outcome, project: now, ownerName } = await claimProject(context.tx, context, target);
    const title = {
      won: `已认领 ${projectTitle(now)}`,
      already: `${projectTitle(now)} 已经是您单位的，没有重复写入`,
      lost: `${projectTitle(now)} 已由${ownerName ?? '其他单位'}认领，没有写入`,
    }[outcome];
    return {
      title,
      tone: outcome === 'won' ? 'ok' : 'info',
      record: `X${now.id}`,
      parts: outcome === 'won' ? [note(`首报保护 ${context.org.settings.protectionDays} 天，有进展就续。`)] : [],
      buttons: outcome === 'won' ? [sayMore('写进展', `进展 X${now.id}`, 'primary')] : [],
    };
  },
});
