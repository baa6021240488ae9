import { defineCommand } from '../../src/commands/define.ts';
import { project } from '../../src/commands/slots.ts';
import { matchCard } from '../../src/rendering/cards/place.card.ts';
import { placesFor } from '../../src/services/place.service.ts';

export default defineCommand({
  name: '匹配',
  group: 'maps',
  synonyms: ['找地', '匹配载体', '选址推荐'],
  initials: 'pp',
  english: ['match'],
  help: '给项目找地：按用地、产业链、责任单位提出载体，写明理由',
  usage: '匹配 项目',
  examples: ['匹配 X113'],
  slots: { project: project({ whose: 'any' }) },
  kind: 'read',
  ability: 'look',
  run: async ({ project: about }, { tx, today }) => matchCard(about, await placesFor(tx, about), today),
});
