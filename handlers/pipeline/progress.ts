import { defineCommand } from '../../src/commands/define.ts';
import { project, rest } from '../../src/commands/slots.ts';
import { projectTitle } from '../../src/rendering/cards/project.card.ts';
import { note, say } from '../../src/rendering/reply.ts';
import { addProgress } from '../../src/services/project.service.ts';

export default defineCommand({
  name: '进展',
  group: 'pipeline',
  synonyms: ['跟进', '动态', '推进情况'],
  initials: 'jz',
  english: ['progress', 'note'],
  help: '记一条项目进展，首报保护自动续期',
  usage: '进展 项目 内容',
  examples: ['进展 X113 今天与李总对接用地，规划条件已出'],
  slots: { project: project(), said: rest('进展内容') },
  kind: 'write',
  ability: 'report',
  run: async ({ project: target, said }, context) => {
    const now = await addProgress(context.tx, context, target, said);
    return {
      title: `已记进展 ${projectTitle(now)}`,
      tone: 'ok',
      record: `X${now.id}`,
      parts: [note(said.length > 60 ? `${said.slice(0, 59)}…` : said)],
      buttons: [say('查看项目', `查 X${now.id}`)],
    };
  },
});
