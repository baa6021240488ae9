import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { dateAt } from '../../src/domain/calendar/date.ts';
import { mayEver } from '../../src/domain/org/access.ts';
import { readSaid } from '../../src/reading/feedback.ts';
import { feedbackCard, rateAsk, ratedCard } from '../../src/rendering/cards/feedback.card.ts';
import { dayText } from '../../src/rendering/day.ts';
import { feedbackOf, rateAnswer } from '../../src/services/feedback.service.ts';

export default defineCommand({
  name: '点评',
  group: 'other',
  synonyms: ['点赞', '点踩'],
  initials: 'dpi',
  english: ['feedback'],
  help: '说小招答得好不好；投促中心看大家的点评',
  usage: '点评 [好/差/收回] [原因]',
  examples: ['点评 好', '点评 差 数字不对，少了两个单位', '点评'],
  slots: { said: rest('好或差，原因', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ said = '' }, { tx, actor, now, today, org, chat, line, senderExternalId }) => {
    const opinion = readSaid(/^点赞/.test(line) ? `好 ${said}` : /^点踩/.test(line) ? `差 ${said}` : said);
    if (opinion) {
      const by = { personId: actor.personId, platform: chat.platform, externalId: senderExternalId, now };
      await rateAnswer(tx, by, opinion);
      return ratedCard(opinion.verdict);
    }
    if (said || !mayEver(actor, 'publish')) return rateAsk();
    return feedbackCard(await feedbackOf(tx, now), (at) => dayText(dateAt(at, org.timeZone), today));
  },
});
