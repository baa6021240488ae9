import { defineCommand } from '../../src/commands/define.ts';
import { exportedPaper } from '../../src/commands/exported.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { visitBriefCard } from '../../src/rendering/cards/visit-brief.card.ts';
import { visitBriefDocx, visitBriefTitle } from '../../src/rendering/docx/visit-brief.ts';
import { issuerOf } from '../../src/services/report-head.ts';
import { knownProject } from '../../src/services/resolve.service.ts';
import { visitBrief } from '../../src/services/visit-brief.service.ts';

const WORD = /\s*(?:导出|[Ww]ord)$/;

export default defineCommand({
  name: '四知',
  group: 'activity',
  synonyms: ['行前简报', '拜访准备', '备访'],
  initials: 'siz',
  english: ['brief-visit'],
  help: '出门或接待前的一页：我们有什么、对方什么情况、程序和政策、行业新情况、要问什么；加“导出”得 Word',
  usage: '四知 项目或企业 [导出]',
  examples: ['四知 X113', '四知 比亚迪', '四知 X113 导出'],
  slots: { about: record('X', '项目编号', { optional: true }), words: rest('企业', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ about, words = '' }, context) => {
    const { tx, actor, today, chat, org } = context;
    const project = about === undefined ? null : await knownProject(tx, actor, about);
    const brief = await visitBrief(tx, context, { project, words: words.replace(WORD, '') });
    const sight = { today, inGroup: chat.kind === 'group' };
    if (!WORD.test(words)) return visitBriefCard(brief, sight);
    const bytes = await visitBriefDocx(brief, sight, issuerOf(org));
    const secret = (brief.theirs.view?.project.secretTo ?? null) !== null;
    return exportedPaper(context, { title: visitBriefTitle(brief), bytes, secret });
  },
});
