import { defineCommand } from '../../src/commands/define.ts';
import { unit } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { myRankReply } from '../../src/rendering/cards/my-rank.card.ts';
import { explainUnit } from '../../src/services/explain.service.ts';

export default defineCommand({
  name: '我的排名',
  group: 'figures',
  synonyms: ['解释', '我们第几', '为什么'],
  initials: 'wdpm',
  english: ['myrank', 'explain'],
  help: '本单位排第几、每项得分、怎样能升一位',
  usage: '我的排名 [单位]',
  examples: ['我的排名', '解释 城关镇'],
  slots: { unit: unit({ optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: asked }, { tx, org, actor, now }) => {
    const unitId = asked?.id ?? actor.unitId;
    if (unitId === null) throw new Refusal('rank.no-unit');
    return myRankReply(await explainUnit(tx, org, unitId, now));
  },
});
