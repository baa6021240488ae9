import { defineCommand } from '../../src/commands/define.ts';
import { choice, person, project, rest } from '../../src/commands/slots.ts';
import { projectTitle } from '../../src/rendering/cards/project.card.ts';
import { trailCard } from '../../src/rendering/cards/trail.card.ts';
import { TRAIL_PAGE, trailOfExports, trailOfPerson, trailOfProject } from '../../src/services/trail.service.ts';

export default defineCommand({
  name: '留痕',
  group: 'look',
  synonyms: ['操作记录', '修改记录', '谁改的'],
  initials: 'lh',
  english: ['audit', 'log'],
  help: '看一个项目或一个人的写入记录：谁、什么时候、改前改后；谁导出过什么',
  usage: '留痕 [项目或人员或导出] [第几页]',
  examples: ['留痕 X113', '留痕 张三', '留痕 导出', '留痕'],
  slots: {
    project: project({ optional: true, whose: 'any' }),
    exports: choice('导出', { 导出: '导出' }, { optional: true }),
    person: person({ optional: true }),
    page: rest('第几页', { optional: true }),
  },
  kind: 'read',
  ability: 'look',
  run: async ({ project: target, exports, person: whose, page: words = '' }, context) => {
    const page = Math.min(999, Math.max(1, Number(/\d+/.exec(words)?.[0] ?? 1)));
    const common = { page, size: TRAIL_PAGE, timeZone: context.org.timeZone };
    if (target) {
      const lines = await trailOfProject(context.tx, context, target, page);
      return trailCard(lines, { ...common, about: projectTitle(target), again: `留痕 X${target.id}` });
    }
    if (exports) {
      const lines = await trailOfExports(context.tx, context, page);
      return trailCard(lines, { ...common, about: '导出', again: '留痕 导出' });
    }
    const { id, name } = whose ?? { id: context.actor.personId, name: context.actor.name };
    return trailCard(await trailOfPerson(context.tx, context, id, page), {
      ...common,
      about: name,
      again: `留痕 ${name}`,
    });
  },
});
