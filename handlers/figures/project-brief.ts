import { defineCommand } from '../../src/commands/define.ts';
import { project } from '../../src/commands/slots.ts';
import { briefDocx, briefTitle } from '../../src/rendering/docx/project-brief.ts';
import { note } from '../../src/rendering/reply.ts';
import { DOCX } from '../../src/rendering/report/files.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { projectBrief } from '../../src/services/project-brief.service.ts';

export default defineCommand({
  name: '专报',
  group: 'figures',
  synonyms: ['项目专报', '情况专报'],
  initials: 'zbao',
  english: ['memo'],
  help: '一个项目的情况写成给领导看的 Word 专报：概况、进展、资金、问题、下步',
  usage: '专报 项目',
  examples: ['专报 X113', '专报 华辰光伏'],
  slots: { project: project({ whose: 'any' }) },
  kind: 'read',
  ability: 'look',
  run: async ({ project: target }, context) => {
    const brief = await projectBrief(context.tx, context, target);
    const title = briefTitle(brief);
    const file = await storeFile(context.tx, { name: `${title}.docx`, mime: DOCX, bytes: await briefDocx(brief) });
    return {
      title,
      tone: 'ok',
      record: `X${target.id}`,
      private: target.secretTo !== null,
      parts: [
        note(
          `问题 ${brief.problems.length} 个、在办事项 ${brief.tasks.length} 件；不含联系人电话。文号请办公室填写，发出前请核对。`,
        ),
        { type: 'file', file },
      ],
    };
  },
});
