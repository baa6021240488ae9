import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { reversedCard } from '../../src/rendering/cards/entry.card.ts';
import { reverseEntry } from '../../src/services/entry.service.ts';

export default defineCommand({
  name: '冲销',
  group: 'money',
  synonyms: ['红冲'],
  initials: 'chongx',
  english: ['reverse'],
  help: '冲销记错的一笔账，原记录保留',
  usage: '冲销 L编号 原因',
  examples: ['冲销 L12 金额记错'],
  slots: { entry: record('L', '台账编号'), reason: rest('原因') },
  kind: 'write',
  ability: 'report',
  run: async ({ entry, reason }, context) =>
    reversedCard(await reverseEntry(context.tx, context, entry, reason), context.today),
});
