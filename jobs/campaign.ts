import { instantAt } from '../src/domain/calendar/date.ts';
import { dayPeriod } from '../src/domain/calendar/period.ts';
import { definePost } from '../src/queue/define.ts';
import { campaignsReply, countdownText } from '../src/rendering/cards/campaign.card.ts';
import { drawSingleBoardFiles } from '../src/rendering/report/draw.ts';
import { campaignPosts } from '../src/services/campaign.service.ts';
import { storeDrawn } from '../src/services/file.service.ts';

/** 攻坚战报: on workdays at the digest's hour, for the campaigns that are told of that day. */
export default definePost({
  name: '攻坚',
  report: 'campaign',
  due: (day, { calendar, settings, timeZone }) =>
    calendar.isWorkday(day) ? [{ period: dayPeriod(day), at: instantAt(day, settings.digestAt, timeZone) }] : [],
  run: async ({ tx, org, now, chats }) => {
    const standings = await campaignPosts(tx, org, now);
    if (standings.length === 0) return [];
    const drawn = [];
    for (const { campaign, countdown, model } of standings)
      drawn.push(...(await drawSingleBoardFiles([model], countdownText(countdown, campaign))));
    const reply = campaignsReply(standings, await storeDrawn(tx, drawn));
    return chats.map((chat) => ({ to: { chatId: chat.id }, reply }));
  },
});
