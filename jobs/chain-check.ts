import { booksOf } from '../src/domain/calendar/books.ts';
import { instantAt } from '../src/domain/calendar/date.ts';
import { definePost, type Posting } from '../src/queue/define.ts';
import { idleChainReply, idleChainsReply } from '../src/rendering/cards/idle-chain.card.ts';
import { idleChains } from '../src/services/chain.service.ts';

/** 链上活动检查: on the month's closing day, chains without an activity this month, to their leaders and the group. */
export default definePost({
  name: '链上活动',
  report: 'chain-check',
  due: (day, { settings, timeZone }) => {
    const month = booksOf(settings).closingOn(day);
    return month ? [{ period: month, at: instantAt(day, settings.chainCheckAt, timeZone) }] : [];
  },
  run: async ({ tx, org, now, chats }) => {
    const idle = await idleChains(tx, org, now);
    if (idle.length === 0) return [];
    const leaders: Posting[] = idle.flatMap((chain) =>
      chain.leaderId === null ? [] : [{ to: { personId: chain.leaderId }, reply: idleChainReply(chain) }],
    );
    return [...leaders, ...chats.map((chat) => ({ to: { chatId: chat.id }, reply: idleChainsReply(idle) }))];
  },
});
