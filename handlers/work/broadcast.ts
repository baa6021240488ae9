import { defineCommand } from '../../src/commands/define.ts';
import { assignee, rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { RECEIPTS, type Receipt } from '../../src/domain/work/broadcast.ts';
import { broadcastAsk, broadcastCard, receiptCard } from '../../src/rendering/cards/broadcast.card.ts';
import { broadcast, chase, receipt, viewBroadcast } from '../../src/services/broadcast.service.ts';

export default defineCommand({
  name: '传达',
  group: 'work',
  synonyms: ['通知各单位', '转达'],
  initials: 'cd',
  english: ['broadcast'],
  help: '把一句话传达给各单位，看谁已阅、已报告、已部署，谁还没有回执',
  usage: '传达 [@单位…] 内容 · 传达 编号 或 传达 名单（看回执）',
  examples: [
    '传达 下周一上午九点开招商调度会，请主要负责同志参加',
    '传达 @城东街道 @发改局 请今天报送用地清单',
    '传达 1',
  ],
  slots: { to: assignee('单位', { optional: true }), text: rest('内容') },
  kind: 'write',
  ability: 'dispatch',
  run: async ({ to = [], text }, context) => {
    const seen = /^(?:(?:传达|查看|看|回执|名单|情况)\s*)*(\d{1,6})?\s*(?:的?(?:回执|名单|情况))?$/.exec(text.trim());
    if (seen) return broadcastCard(await viewBroadcast(context.tx, seen[1] ? Number(seen[1]) : null));
    if (text.length < 4) throw new Refusal('broadcast.short', { text });
    if (to.some(({ kind }) => kind !== 'unit')) throw new Refusal('broadcast.units-only');
    const wish = { text, units: to.map(({ id }) => id) };
    const sight = await broadcast(context.tx, context, wish, broadcastAsk);
    return broadcastCard(sight, `已传达 ${sight.standings.length} 个单位（传达 ${sight.broadcast.id}）`);
  },
  actions: {
    receipt: {
      kind: 'write',
      ability: 'look',
      run: async ({ id, step }, context) => {
        if (!Object.hasOwn(RECEIPTS, String(step))) throw new Refusal('broadcast.none');
        return receiptCard(await receipt(context.tx, context, Number(id), step as Receipt), step as Receipt);
      },
    },
    chase: {
      kind: 'write',
      run: async ({ id }, context) =>
        broadcastCard(await chase(context.tx, context, Number(id), broadcastAsk), `已催没有回执的单位（传达 ${id}）`),
    },
  },
});
