import { defineCommand } from '../../src/commands/define.ts';
import { unit } from '../../src/commands/slots.ts';
import { requestList } from '../../src/rendering/cards/request.card.ts';
import { listRequests } from '../../src/services/request.service.ts';

export default defineCommand({
  name: '诉求清单',
  group: 'work',
  synonyms: ['诉求台账', '企业诉求清单'],
  initials: 'sqqd',
  english: ['requests', 'appeals'],
  help: '还没办结的企业诉求，办结和评价情况',
  usage: '诉求清单 [单位]',
  examples: ['诉求清单', '诉求清单 城关镇'],
  slots: { unit: unit({ optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: of }, context) => requestList(await listRequests(context.tx, context, of?.id), of?.name ?? ''),
});
