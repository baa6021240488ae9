import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { successionCard } from '../../src/rendering/cards/succession.card.ts';
import { askSuccession, peopleIn, refuseSuccession, signSuccession } from '../../src/services/succession.service.ts';

export default defineCommand({
  name: '交接',
  group: 'work',
  synonyms: ['工作交接', '岗位交接'],
  initials: 'gzjj',
  english: ['succession'],
  help: '换岗时把手上没办完的任务和服务的项目一次交给别人，双方签字生效',
  usage: '交接 [交出的人] 接手的人 [原因]',
  examples: ['交接 张三 李四 张三调任发改局', '交接 李四'],
  slots: { words: rest('交出的人和接手的人') },
  kind: 'write',
  ability: 'look',
  run: async ({ words }, context) => {
    const { people, rest: reason } = await peopleIn(context.tx, words);
    const [first, second] = people;
    if (!first) throw new Refusal('name.unknown', { name: words.split(/\s/)[0] ?? words });
    const self = second ? null : (await peopleIn(context.tx, context.actor.name)).people[0];
    const [from, to] = second ? [first, second] : [self, first];
    if (!from || !to) throw new Refusal('person.ambiguous', { name: context.actor.name });
    return successionCard(
      await askSuccession(context.tx, context, { from, to, reason: reason || null }, successionCard),
    );
  },
  actions: {
    sign: {
      kind: 'write',
      run: async ({ id }, context) =>
        successionCard(await signSuccession(context.tx, context, Number(id), successionCard)),
    },
    refuse: {
      kind: 'write',
      run: async ({ id }, context) =>
        successionCard(await refuseSuccession(context.tx, context, Number(id), successionCard)),
    },
  },
});
