import { defineCommand } from '../../src/commands/define.ts';
import { helpFor } from '../../src/commands/help.ts';
import { rest } from '../../src/commands/slots.ts';

export default defineCommand({
  name: '帮助',
  group: 'other',
  synonyms: ['怎么用', '菜单', '使用说明'],
  initials: 'bz',
  english: ['help'],
  help: '看能做什么；帮助 命令名 看用法',
  usage: '帮助 [命令名]',
  examples: ['帮助', '帮助 录入'],
  slots: { topic: rest('命令名', { optional: true }) },
  kind: 'read',
  ability: 'any',
  run: async ({ topic }, context) => helpFor(topic, context),
});
