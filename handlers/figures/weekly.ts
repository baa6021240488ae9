import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { note } from '../../src/rendering/reply.ts';
import { digestReply } from '../../src/rendering/report/digest-reply.ts';
import { drawDigestFiles } from '../../src/rendering/report/draw.ts';
import { buildDigest } from '../../src/services/digest.service.ts';
import { storeDrawn } from '../../src/services/file.service.ts';

export default defineCommand({
  name: '周报',
  group: 'figures',
  synonyms: ['招商周报'],
  initials: 'zb',
  english: ['weekly', 'digest'],
  help: '预览本周周报（到现在为止）',
  usage: '周报 [预览]',
  examples: ['周报', '周报 预览'],
  slots: { words: rest('预览', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async (_, { tx, org, calendar, today, now }) => {
    const model = await buildDigest(tx, { ...org, calendar }, today, now);
    const files = await storeDrawn(tx, await drawDigestFiles(model));
    const reply = digestReply(model, files);
    return {
      ...reply,
      title: `【预览】${reply.title}`,
      parts: [...(reply.parts ?? []), note('这是预览，到每周最后一个工作日 17:00 自动发到订阅的群。')],
    };
  },
});
