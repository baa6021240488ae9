import { defineCommand } from '../../src/commands/define.ts';
import { choice, rest, unit } from '../../src/commands/slots.ts';
import { type MixView, mixReply } from '../../src/rendering/cards/mix.card.ts';
import { signingMix } from '../../src/services/mix.service.ts';
import { periodIn } from './_period.ts';

const VIEWS = {
  规模: '规模',
  档次: '规模',
  大小: '规模',
  来源地: '来源地',
  省外: '来源地',
  地区: '来源地',
  方式: '方式',
  来源: '方式',
  单位: '单位',
  自主: '单位',
} as const satisfies Readonly<Record<string, MixView>>;

export default defineCommand({
  name: '结构',
  group: 'figures',
  synonyms: ['签约结构', '项目结构', '来源结构'],
  initials: 'jg',
  english: ['mix'],
  help: '签约项目的规模档次、省外占比、招商方式、自主与上级活动各占多少',
  usage: '结构 [单位] [规模|来源地|方式|单位] [月份]',
  examples: ['结构', '结构 城关镇', '结构 规模 上半年', '结构 单位'],
  slots: {
    unit: unit({ optional: true }),
    view: choice('看什么', VIEWS, { optional: true }),
    when: rest('月份', { optional: true }),
  },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: whose, view, when }, context) => {
    const { period } = periodIn(when, context);
    const shown = view === '单位' && whose ? null : ((view ?? null) as MixView | null);
    return mixReply(await signingMix(context.tx, context, period, whose ?? null), shown);
  },
});
