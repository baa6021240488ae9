import { defineCommand } from '../../src/commands/define.ts';
import { days, rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { countdownOf } from '../../src/domain/report/campaign.ts';
import { campaignCard, campaignsReply, countdownText } from '../../src/rendering/cards/campaign.card.ts';
import { drawSingleBoardFiles } from '../../src/rendering/report/draw.ts';
import { beginCampaign, campaignsNow, stopCampaign } from '../../src/services/campaign.service.ts';
import { storeDrawn } from '../../src/services/file.service.ts';

export default defineCommand({
  name: '攻坚',
  group: 'figures',
  synonyms: ['攻坚战报', '战报', '百日攻坚'],
  initials: 'gj',
  english: ['campaign'],
  help: '攻坚行动的战报和倒计时；投促中心发起、结束',
  usage: '攻坚 [名称 起止日期 [每日|每周] [用 榜名]] · 攻坚 结束 名称',
  examples: ['攻坚', '攻坚 夏季行动 5月10日-8月17日 每周', '攻坚 结束 夏季行动'],
  slots: { days: days('nearest', '起止日期', { optional: true }), words: rest('名称', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ days: span, words = '' }, context) => {
    const { tx, org, now, today } = context;
    const ending = /^结束\s*(.*)$/u.exec(words.trim());
    if (ending) {
      const ended = await stopCampaign(tx, context, ending[1] ?? '');
      return campaignCard(ended, countdownOf(ended, today), '已定收官日');
    }
    if (!span) {
      if (words.trim()) throw new Refusal('campaign.form');
      const standings = await campaignsNow(tx, org, now);
      const drawn = [];
      for (const { campaign, countdown, model } of standings)
        drawn.push(...(await drawSingleBoardFiles([model], countdownText(countdown, campaign))));
      return campaignsReply(standings, await storeDrawn(tx, drawn));
    }
    const board = /用\s*[“"]?([^\s”"]+)/u.exec(words)?.[1] ?? null;
    const name = words
      .replace(/用\s*\S+/u, '')
      .replace(/每[日天周]/gu, '')
      .trim();
    const cadence = /每[日天]/.test(words) ? 'daily' : 'weekly';
    const titled = name || (context.line.startsWith('百日攻坚') ? '百日攻坚' : '');
    const begun = await beginCampaign(tx, context, { name: titled, from: span.from, to: span.to, board, cadence });
    return campaignCard(begun, countdownOf(begun, today), '已发起');
  },
});
