import { defineCommand } from '../../src/commands/define.ts';
import { day, person, rest, unit } from '../../src/commands/slots.ts';
import { booksOf } from '../../src/domain/calendar/books.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { pledgeCard, pledgesReply } from '../../src/rendering/cards/pledge.card.ts';
import { seePledge, seePledges, signPledge } from '../../src/services/pledge.service.ts';

const NAME = /^([\u4e00-\u9fff·]{2,4})(?:签订|签|$|[\s,，:：])/;

export default defineCommand({
  name: '军令状',
  group: 'setup',
  synonyms: ['责任状', '目标责任书'],
  initials: 'jlz',
  english: ['pledge'],
  help: '看各单位年度军令状签没签；投促中心登记签订人、日期、扫描件',
  usage: '军令状 [单位] [签订人] [日期] [内容]（可附扫描件）',
  examples: ['军令状', '军令状 城关镇', '军令状 城关镇 王镇长 1月15日 全年到位资金 2 亿元'],
  slots: {
    unit: unit({ optional: true }),
    signatory: person({ optional: true, label: '签订人' }),
    on: day('past', '日期', { optional: true }),
    words: rest('签订人或内容', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ unit: whose, signatory, on, words }, context) => {
    const { tx, today, files } = context;
    const { year } = booksOf(context.org.settings).taskYear(today);
    if (!whose) {
      if (words) throw new Refusal('name.unknown', { name: words.slice(0, 20) });
      return pledgesReply(year, await seePledges(tx, year));
    }
    if (!signatory && !on && !words && files.length === 0) return pledgeCard(await seePledge(tx, whose, year));
    const named = signatory ? null : NAME.exec(words ?? '');
    const text = (named ? (words ?? '').slice(named[0].length) : (words ?? '')).replace(/^(?:签订|签)\s*/, '').trim();
    const said = { signatory: signatory?.name ?? named?.[1] ?? null, on, text: text || null, files };
    return pledgeCard(await signPledge(tx, context, whose, said), true);
  },
});
