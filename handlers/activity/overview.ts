import { defineCommand } from '../../src/commands/define.ts';
import { rest, unit } from '../../src/commands/slots.ts';
import { ACTIVITY_KINDS } from '../../src/domain/activity/activity.ts';
import { Refusal } from '../../src/domain/refusal.ts';
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
  usage: '活动 [月份、季度或年] [单位] [哪类活动或产业链]',
  examples: ['活动', '活动 5月', '活动 临洺关镇', '活动 外出招商 5月'],
  slots: { unit: unit({ optional: true }), when: rest('月份', { optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: whose, when }, context) => {
    const { period, left } = periodIn(when, context);
    const kind = ACTIVITY_KINDS.find((one) => left.includes(one) || left.includes(one.slice(0, 2))) ?? null;
    const chain = context.vocabulary.chains.find(({ name }) => left.includes(name))?.name ?? null;
    if (left && kind === null && chain === null) throw new Refusal('activity.filter', { text: left });
    const filter = { unitId: whose?.id ?? null, kind, chain };
    const book = await activityBook(context.tx, context, period, filter);
    const of = [chain, kind].filter(Boolean).join('');
    return activityBookCard(book, { label: periodLabel(period), share: context.org.settings.outingShare, of });
  },
});
