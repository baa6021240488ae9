import { defineCommand } from '../../src/commands/define.ts';
import { project, unit } from '../../src/commands/slots.ts';
import { commitmentList } from '../../src/rendering/cards/commitment.card.ts';
import { listCommitments } from '../../src/services/commitment.service.ts';

export default defineCommand({
  name: '承诺清单',
  group: 'work',
  synonyms: ['承诺台账', '兑现率', '兑现情况'],
  initials: 'cnqd',
  english: ['commitments', 'promises'],
  help: '还没兑现的承诺，各单位到期兑现率',
  usage: '承诺清单 [项目] [单位]',
  examples: ['承诺清单', '承诺清单 发改局', '承诺清单 X113'],
  slots: { project: project({ optional: true, whose: 'any' }), unit: unit({ optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ project: about, unit: of }, context) =>
    commitmentList(
      await listCommitments(context.tx, context, { unitId: of?.id, projectId: about?.id }),
      about?.name ?? of?.name ?? '',
    ),
});
