import { defineCommand } from '../../src/commands/define.ts';
import { project } from '../../src/commands/slots.ts';
import { packageCard } from '../../src/rendering/cards/policy.card.ts';
import { policyPackage } from '../../src/services/policy.service.ts';

export default defineCommand({
  name: '政策包',
  group: 'maps',
  synonyms: ['政策服务包', '配政策'],
  initials: 'zcb',
  english: ['package'],
  help: '一个项目用得上的政策，差哪个数才能定也写明',
  usage: '政策包 项目',
  examples: ['政策包 X113'],
  slots: { project: project({ whose: 'any' }) },
  kind: 'read',
  ability: 'look',
  run: async ({ project: about }, context) => packageCard(about, await policyPackage(context.tx, context, about)),
});
