import { defineCommand } from '../../src/commands/define.ts';
import { coverageReply } from '../../src/rendering/cards/resource.card.ts';
import { coverage } from '../../src/services/resource.service.ts';

export default defineCommand({
  name: '覆盖',
  group: 'activity',
  synonyms: ['城市覆盖', '目标城市'],
  initials: 'fg',
  english: ['coverage'],
  help: '目标城市今年去过几次、有几条线索和资源，哪些没去过；哪些开工投产企业很久没走访',
  usage: '覆盖（目标城市用“设置 目标城市 北京、上海”设）',
  examples: ['覆盖'],
  slots: {},
  kind: 'read',
  ability: 'look',
  run: async (_, context) =>
    coverageReply(await coverage(context.tx, context), {
      today: context.today,
      days: context.org.settings.serviceQuietDays,
    }),
});
