import { defineCommand } from '../../src/commands/define.ts';
import { unit } from '../../src/commands/slots.ts';
import { mayEver } from '../../src/domain/org/access.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { nothingToRescue, rescueQueueReply, unitRescueReply } from '../../src/rendering/cards/rescue.card.ts';
import { rescueList } from '../../src/services/rescue.service.ts';

export default defineCommand({
  name: '抢救单',
  group: 'figures',
  synonyms: ['抢救', '待核实清单'],
  initials: 'qjd',
  english: ['rescue'],
  help: '结账前还能抢救的：已填报没核实的、缺什么凭据、关系几分；投促中心看全部',
  usage: '抢救单 [单位]',
  examples: ['抢救单', '抢救单 城关镇'],
  slots: { unit: unit({ optional: true }) },
  kind: 'read',
  ability: 'look',
  run: async ({ unit: asked }, { tx, org, actor, vocabulary, now }) => {
    const { units, queue, closes } = await rescueList(tx, org, now);
    if (!asked && mayEver(actor, 'verify')) return rescueQueueReply(queue, closes);
    const unitId = asked?.id ?? actor.unitId;
    if (unitId === null) throw new Refusal('rank.no-unit');
    const found = units.find((one) => one.unitId === unitId);
    const name = vocabulary.units.find(({ id }) => id === unitId)?.name ?? '';
    return found ? unitRescueReply(found, closes) : nothingToRescue(name, closes);
  },
});
