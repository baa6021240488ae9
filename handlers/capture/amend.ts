import { defineCommand } from '../../src/commands/define.ts';
import { project, rest } from '../../src/commands/slots.ts';
import { factTexts } from '../../src/rendering/cards/fact-text.ts';
import { changeFacts, projectTitle } from '../../src/rendering/cards/project.card.ts';
import { say } from '../../src/rendering/reply.ts';
import { draftOf } from '../../src/services/lead-reading.ts';
import { amendProject } from '../../src/services/project.service.ts';

export default defineCommand({
  name: '补充',
  group: 'capture',
  synonyms: ['更新', '修改', '更正', '完善'],
  initials: 'bc',
  english: ['amend', 'update'],
  help: '给项目补充或更正内容，显示改前改后',
  usage: '补充 项目 内容',
  examples: ['补充 X113 总投资15亿元，用地300亩，联系人王总13800001234', '更正 X113 投资方 河北华辰新能源科技有限公司'],
  slots: { project: project(), said: rest('要补充的内容') },
  kind: 'write',
  ability: 'report',
  run: async ({ project: target, said }, context) => {
    const amended = await amendProject(context.tx, context, target, draftOf(said, context));
    return {
      title: `已补充 ${projectTitle(amended.project)}`,
      tone: 'ok',
      record: `X${target.id}`,
      parts: [changeFacts(factTexts(amended.changes, context.chat.kind === 'group'))],
      buttons: [say('查看项目', `查 X${target.id}`)],
    };
  },
});
