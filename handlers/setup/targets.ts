import { defineCommand } from '../../src/commands/define.ts';
import { rest, unit } from '../../src/commands/slots.ts';
import { booksOf } from '../../src/domain/calendar/books.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readTarget } from '../../src/reading/target.ts';
import { allTargetsReply, targetCard, targetsReply } from '../../src/rendering/cards/target.card.ts';
import { seePledge } from '../../src/services/pledge.service.ts';
import { setTarget, targetsByUnit } from '../../src/services/target.service.ts';

export default defineCommand({
  name: '目标',
  group: 'setup',
  synonyms: ['目标任务', '定目标'],
  initials: 'mb',
  english: ['target'],
  help: '看各单位或一个单位的年度目标；投促中心定目标，可分季度',
  usage: '目标 [单位] [指标 数值 [年份] [季度 四个数]]',
  examples: [
    '目标 临洺关镇 签约额 20亿',
    '目标 临洺关镇 外资 500万美元 2026 季度 10 30 30 30%',
    '目标 临洺关镇',
    '目标',
  ],
  slots: { unit: unit({ optional: true }), what: rest('指标和数值', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ unit: whose, what }, context) => {
    const { year } = booksOf(context.org.settings).taskYear(context.today);
    if (!whose) {
      if (what) throw new Refusal('name.unknown', { name: what });
      return allTargetsReply(year, await targetsByUnit(context.tx, year));
    }
    if (!what) {
      const { targets, pledge } = await seePledge(context.tx, whose, year);
      return targetsReply(whose.name, year, targets, pledge);
    }
    const reading = readTarget(what);
    if (!reading) throw new Refusal('target.form');
    const { target, was } = await setTarget(context.tx, context, whose.id, reading);
    return targetCard(whose.name, target, was);
  },
});
