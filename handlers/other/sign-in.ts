import { defineCommand } from '../../src/commands/define.ts';
import { note } from '../../src/rendering/reply.ts';
import { makeLoginLink } from '../../src/services/session.service.ts';

export default defineCommand({
  name: '登录',
  group: 'other',
  synonyms: ['网页版', '登陆', '打开控制台'],
  initials: 'dl',
  english: ['login', 'sign-in'],
  help: '拿一个一次性链接，在网页上登录',
  usage: '登录',
  examples: ['登录'],
  slots: {},
  kind: 'write',
  ability: 'look',
  run: async (_, { tx, actor, now }) => {
    const url = await makeLoginLink(tx, actor.personId, now);
    return {
      title: '这是您的一次性登录链接',
      tone: 'ok',
      parts: [note('5 分钟内有效，只能用一次，只给您本人，请不要转发。')],
      buttons: [{ label: '打开网页', style: 'primary', press: { say: '登录' }, url, for: actor.personId }],
      private: true,
    };
  },
});
