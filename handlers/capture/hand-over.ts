import { defineCommand } from '../../src/commands/define.ts';
import { project, unit } from '../../src/commands/slots.ts';
import { projectTitle } from '../../src/rendering/cards/project.card.ts';
import { note, say } from '../../src/rendering/reply.ts';
import { handOver } from '../../src/services/ownership.service.ts';

export default defineCommand({
  name: '移交',
  group: 'capture',
  synonyms: ['转交', '转办', '转给', '划给'],
  initials: 'yj',
  english: ['handover'],
  help: '把项目移交给另一个单位负责',
  usage: '移交 项目 单位',
  examples: ['移交 X113 城东街道'],
  slots: { project: project(), unit: unit() },
  kind: 'write',
  ability: 'report',
  run: async ({ project: target, unit: to }, context) => {
    const handed = await handOver(context.tx, context, target, to.id, (given) => ({
      title: `${projectTitle(given)} 移交给${to.name}负责`,
      tone: 'warn',
      parts: [note(`${context.actor.name}移交，首报保护和业绩从今天起归${to.name}。`)],
      buttons: [say('查看项目', `查 X${given.id}`), say('写进展', `进展 X${given.id}`)],
    }));
    return {
      title: `已移交 ${projectTitle(handed)} 给${to.name}`,
      tone: 'ok',
      record: `X${handed.id}`,
      buttons: [say('查看项目', `查 X${handed.id}`)],
    };
  },
});
