import { defineCommand } from '../../src/commands/define.ts';
import { rest, unit } from '../../src/commands/slots.ts';
import { SUBSCRIPTIONS } from '../../src/domain/org/subscription.ts';
import { note } from '../../src/rendering/reply.ts';
import { subscribe, subscriptionsOf } from '../../src/services/subscription.service.ts';

const OFF = /^(?:取消|退订|不要|关闭)[\s,，:：]*/;

export default defineCommand({
  name: '订阅',
  group: 'setup',
  synonyms: ['退订'],
  initials: 'dy',
  english: ['subscribe'],
  help: '让这个群收到周报、月报、提醒等',
  usage: '订阅 [取消] 名称 … [单位]（绑定为某单位的群）',
  examples: ['订阅 周报 月报 提醒', '订阅 取消 提醒', '订阅'],
  slots: { unit: unit({ optional: true }), what: rest('名称', { optional: true }) },
  kind: 'write',
  ability: 'look',
  run: async ({ unit: whose, what = '' }, context) => {
    const off = OFF.test(what) || context.line.startsWith('退订');
    const asked = what.replace(OFF, '');
    const { chat, changed } =
      asked || whose
        ? await subscribe(context.tx, context, { text: asked, off, unitId: whose?.id })
        : await subscriptionsOf(context.tx, context);
    const now = chat.subscriptions.length > 0 ? chat.subscriptions.join('、') : '没有订阅';
    return {
      title: changed ? (off ? '已取消订阅' : '已订阅') : '当前订阅',
      tone: changed ? 'ok' : 'info',
      parts: [
        { type: 'facts', facts: [{ label: chat.kind === 'group' ? '本群' : '本聊天', value: now }] },
        ...(chat.restsSince ? [note('本群收不到推送，已停发：修好后在这里再发一次“订阅 名称”就恢复。')] : []),
        note(`可订阅：${Object.keys(SUBSCRIPTIONS).join('、')}`),
      ],
    };
  },
});
