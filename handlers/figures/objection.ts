import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { mayEver } from '../../src/domain/org/access.ts';
import { objectedReply, objectionCard, objectionsReply } from '../../src/rendering/cards/objection.card.ts';
import { answer, object, objectionsNow } from '../../src/services/flag.service.ts';

export default defineCommand({
  name: '异议',
  group: 'figures',
  synonyms: ['提异议', '有异议'],
  initials: 'yy',
  english: ['object', 'objection'],
  help: '拟列黄旗的单位公布前提异议，记录在案；投促中心答复',
  usage: '异议 理由 · 异议 成立|不成立 编号 [说明]',
  examples: ['异议 6月12日到位的5000万没有计入', '异议', '异议 不成立 3 凭证日期在7月'],
  slots: { words: rest('理由', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ words = '' }, context) => {
    const { tx, actor } = context;
    const verdict = /^(成立|不成立)\s*(\d{1,6})\s*(.*)$/su.exec(words.trim());
    if (verdict) {
      const upheld = verdict[1] === '成立' ? 'upheld' : 'dismissed';
      return objectionCard(await answer(tx, context, Number(verdict[2]), upheld, verdict[3] ?? '', objectionCard));
    }
    if (words.trim() === '' && mayEver(actor, 'verify')) return objectionsReply(await objectionsNow(tx, context));
    return objectedReply(await object(tx, context, words.trim(), objectionCard));
  },
});
