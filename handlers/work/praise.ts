import { defineCommand } from '../../src/commands/define.ts';
import { readNames } from '../../src/commands/names.ts';
import { rest } from '../../src/commands/slots.ts';
import { praisedBefore, praisedCard, praiseReply, praisesReply } from '../../src/rendering/cards/praise.card.ts';
import { periodLabel } from '../../src/services/board.service.ts';
import { praise, praises } from '../../src/services/praise.service.ts';
import { periodIn } from '../figures/_period.ts';

/** Names stand ahead, with nothing but joining words between them. */
const JOIN = /^[\s、，,和及与]*$/;

export default defineCommand({
  name: '表扬',
  group: 'work',
  synonyms: ['点名表扬', '表彰', '红榜'],
  initials: 'by',
  english: ['praise'],
  help: '在群里表扬干得好的人或单位，告诉本人和负责人；看本月谁受了表扬',
  usage: '表扬 @人或单位… 做了什么 · 表扬 [月份]',
  examples: ['表扬 @李四 提前五天办完数控机床项目用地手续', '表扬', '表扬 5月'],
  slots: { said: rest('谁，做了什么', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ said = '' }, context) => {
    const { tx, today, vocabulary, actor } = context;
    const { period, left } = periodIn(said || undefined, context);
    if (!left) return praisesReply(await praises(tx, period), periodLabel(period), today);
    const ahead = readNames(said, vocabulary, ['unit', 'person']).filter((span, at, all) =>
      JOIN.test(said.slice(at === 0 ? 0 : all[at - 1]?.end, span.start)),
    );
    const text = said
      .slice(ahead.at(-1)?.end ?? 0)
      .replace(/^[\s、，,：:]+/, '')
      .trim();
    const names = await praise(tx, context, { names: ahead.map(({ named }) => named), text }, praisedCard);
    return names.length > 0 ? praiseReply(names, text, actor.name) : praisedBefore();
  },
});
