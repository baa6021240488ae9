import { defineCommand } from '../../src/commands/define.ts';
import { rest, unit } from '../../src/commands/slots.ts';
import { activityBookCard } from '../../src/rendering/cards/activity-book.card.ts';
import { activityBook } from '../../src/services/activity.service.ts';
import { periodLabel } from '../../src/services/board.service.ts';
import { periodIn } from '../figures/_period.ts';

export default defineCommand({
  name: '活动',
  group: 'activity',
  synonyms: ['活动情况', '外出情况', '外出统计', '活动台账'],
  initials: 'hd',
  english: ['activities'],
  help: '看各单位各类活动的次数、主要负责人外出天数够不够三分之一',
  usage: '活动 [月份、季度或年] [单位]',
  examples: ['活动', '活动 5月', '活动 临洺关镇'],
  slots: { unit: unit({ optional: true }), when: rest('月份', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: whose, when }, context) => {
    const { period } = periodIn(when, context);
    const book = await activityBook(context.tx, context, period, whose?.id ?? null);
    return activityBookCard(book, { label: periodLabel(period), share: context.org.settings.outingShare });
  },
});
