import { defineCommand } from '../../src/commands/define.ts';
import { unit } from '../../src/commands/slots.ts';
import { booksOf } from '../../src/domain/calendar/books.ts';
import { unitPaceReply } from '../../src/rendering/cards/pace.card.ts';
import { paceReply } from '../../src/rendering/report/board-reply.ts';
import { paceOfUnit } from '../../src/services/pace.service.ts';
import { boardNow } from '../../src/services/publish.service.ts';

export default defineCommand({
  name: '进度',
  group: 'figures',
  synonyms: ['时序', '序时进度', '完成率', '目标进度'],
  initials: 'jdu',
  english: ['pace', 'progressreport'],
  help: '目标任务完成多少，比序时快还是慢，每月还需多少',
  usage: '进度 [单位]',
  examples: ['进度', '进度 城关镇'],
  slots: { unit: unit({ optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: asked }, { tx, org, today, now }) => {
    if (asked) return unitPaceReply(await paceOfUnit(tx, org, asked, now));
    const { model } = await boardNow(tx, org, now);
    return paceReply(model, booksOf(org.settings).taskYear(today).month);
  },
});
