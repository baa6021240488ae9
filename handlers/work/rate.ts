import { defineCommand } from '../../src/commands/define.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import {
  againRequestCard,
  closedRequestCard,
  raisedRequestCard,
  requestCard,
} from '../../src/rendering/cards/request.card.ts';
import { rateRequest } from '../../src/services/request.service.ts';

const CARDS = { raised: raisedRequestCard, closed: closedRequestCard, again: againRequestCard };
const STARS: readonly (readonly [RegExp, number])[] = [
  [/^(?:[5五](?:分|颗?星)?(?=$|[\s,，。:：])|(?:非常|很)满意|满意)/, 5],
  [/^(?:[4四](?:分|颗?星)?(?=$|[\s,，。:：])|(?:比较|基本)满意)/, 4],
  [/^(?:[3三](?:分|颗?星)?(?=$|[\s,，。:：])|一般)/, 3],
  [/^(?:[2二两](?:分|颗?星)?(?=$|[\s,，。:：])|不太满意|不满意)/, 2],
  [/^(?:[1一](?:分|颗?星)?(?=$|[\s,，。:：])|[很非]常?不满意)/, 1],
];

/** "5 办得快", "两分，只答复没有解决", "不满意". Refusal "request.rating-unread". */
function readRating(said: string): { readonly rating: number; readonly words: string | undefined } {
  for (const [form, rating] of STARS) {
    const found = form.exec(said)?.[0];
    if (found) return { rating, words: said.slice(found.length).replace(/^[\s,，。:：]+/, '') || undefined };
  }
  throw new Refusal('request.rating-unread');
}

export default defineCommand({
  name: '评价',
  group: 'work',
  synonyms: ['打分', '满意度'],
  initials: 'pja',
  english: ['rate'],
  help: '企业对诉求办得满不满意，1 到 5 分；2 分及以下退回重办',
  usage: '评价 诉求编号 分数 [意见]',
  examples: ['评价 S4 5', '评价 S4 2 只答复没有解决', '评价 S4 不满意'],
  slots: {
    request: record('S', '诉求编号'),
    said: rest('分数（1 到 5）'),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ request, said }, context) => {
    const { request: rated, changed } = await rateRequest(context.tx, context, request, readRating(said), CARDS);
    if (!changed) return requestCard(rated, '已经评价过，没有重复写入');
    return requestCard(rated, rated.state === 'closed' ? '已评价，谢谢' : '已评价，退回责任单位重办');
  },
});
