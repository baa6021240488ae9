import { defineCommand } from '../../src/commands/define.ts';
import { assignee, project, rest } from '../../src/commands/slots.ts';
import { secretCard, toldSecretCard } from '../../src/rendering/cards/secret.card.ts';
import { declassify, forget, makeSecret, tellKnowers } from '../../src/services/secret.service.ts';

const END = /解除|公开|取消/;
const LESS = /去掉|移除|删除/;

export default defineCommand({
  name: '保密',
  group: 'pipeline',
  synonyms: ['涉密', '保密项目'],
  initials: 'bm',
  english: ['secret', 'confidential'],
  help: '项目只让点名的人看见，别处只显示代号，数照常计',
  usage: '保密 项目 @知悉人… [代号] · 保密 项目 去掉 @某人 · 保密 项目 解除',
  examples: ['保密 X113 @张三 @李四 代号东风', '保密 X113 去掉 @李四', '保密 X113 解除'],
  slots: {
    project: project({ whose: 'any' }),
    people: assignee('知悉人', { optional: true }),
    words: rest('代号', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ project: about, people: named = [], words = '' }, context) => {
    const people = named.filter(({ kind }) => kind === 'person').map(({ id }) => id);
    if (END.test(words)) return secretCard(await declassify(context.tx, context, about), '不再保密');
    if (LESS.test(words)) return secretCard(await forget(context.tx, context, about, people), '知悉人已改');
    const code = words.replace(/^代号[\s:：]*/, '').slice(0, 20) || undefined;
    const secret = await makeSecret(context.tx, context, about, { people, code });
    if (secret.changed) await tellKnowers(context.tx, context, secret, people, toldSecretCard);
    return secretCard(secret, '已设为保密');
  },
});
