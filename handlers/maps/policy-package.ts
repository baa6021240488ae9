import { defineCommand } from '../../src/commands/define.ts';
import { exportedPaper } from '../../src/commands/exported.ts';
import { choice, project } from '../../src/commands/slots.ts';
import { packageCard } from '../../src/rendering/cards/policy.card.ts';
import { packageDocx, packageTitle } from '../../src/rendering/docx/policy-package.ts';
import { policyPackage } from '../../src/services/policy.service.ts';
import { issuerOf } from '../../src/services/report-head.ts';

export default defineCommand({
  name: '政策包',
  group: 'maps',
  synonyms: ['政策服务包', '配政策'],
  initials: 'zcb',
  english: ['package'],
  help: '一个项目用得上的政策，差哪个数才能定也写明；加“导出”得 Word',
  usage: '政策包 项目 [导出]',
  examples: ['政策包 X113', '政策包 X113 导出'],
  slots: {
    project: project({ whose: 'any' }),
    word: choice('导出', { 导出: '导出', Word: '导出', word: '导出', 文档: '导出' }, { optional: true }),
  },
  kind: 'read',
  ability: 'look',
  run: async ({ project: about, word }, context) => {
    const fits = await policyPackage(context.tx, context, about);
    if (!word) return packageCard(about, fits);
    const bytes = await packageDocx(about, fits, {
      issuer: issuerOf(context.org),
      today: context.today,
    });
    return exportedPaper(context, { title: packageTitle(about), bytes, secret: about.secretTo !== null });
  },
});
