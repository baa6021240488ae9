import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { readPhones } from '../../src/reading/phone.ts';
import { bindingCard, boundCard } from '../../src/rendering/cards/person.card.ts';
import type { PressArgs, Reply } from '../../src/rendering/reply.ts';
import { answerBinding, askBinding } from '../../src/services/binding.service.ts';

export default defineCommand({
  name: '绑定',
  group: 'setup',
  synonyms: ['绑定账号', '我是'],
  initials: 'bd',
  english: ['bind'],
  help: '把自己的账号和花名册对上，投促中心同意后就能用；企业微信能查通讯录时只发“绑定”就行',
  usage: '绑定 [姓名 手机号]',
  examples: ['绑定 张三 13800000000', '绑定'],
  slots: { who: rest('姓名和手机号', { optional: true }) },
  kind: 'write',
  ability: 'any',
  run: async ({ who = '' }, context) => {
    const claim = who.trim() ? claimOf(who) : null;
    const { platform, workspace } = context.chat;
    const account = { platform, workspace, externalId: context.senderExternalId };
    const asking = { account, now: context.now, sample: context.org.sample, lookup: context.lookup ?? null };
    const { person, state, changed } = await askBinding(context.tx, asking, claim, bindingCard);
    if (state === 'approved') return boundCard(person);
    return {
      title: changed ? `${person.name}，已提交绑定申请` : `${person.name}，绑定申请已在等投促中心同意`,
      tone: 'info',
      parts: [{ type: 'note', text: '投促中心同意后会通知您，之后就可以直接发命令。' }],
    };
  },
  actions: {
    agree: { kind: 'write', ability: 'set-up', run: (args, context) => answer(args, context, true) },
    refuse: { kind: 'write', ability: 'set-up', run: (args, context) => answer(args, context, false) },
  },
});

/** The name and mobile somebody gives. Refusal "binding.form" where one is missing. */
function claimOf(who: string): { readonly name: string; readonly mobile: string } {
  const [phone] = readPhones(who);
  const beside = phone ? who.slice(0, phone.start) + who.slice(phone.end) : '';
  const name = beside.replace(/[（(][^）)]*[）)]|[\s,，:：.。]+/g, '');
  if (!phone || !name) throw new Refusal('binding.form');
  return { name, mobile: phone.digits };
}

async function answer(args: PressArgs, context: Context, agreed: boolean): Promise<Reply> {
  const account = {
    platform: String(args.platform),
    workspace: String(args.workspace),
    externalId: String(args.externalId),
  };
  const at = { actorId: context.actor.personId, now: context.now };
  const { person, state, changed } = await answerBinding(context.tx, at, account, agreed, boundCard);
  if (!changed) return { title: `${person.name}早已绑定，没有重复写入`, tone: 'info' };
  return {
    title: state === 'approved' ? `已同意 ${person.name} 绑定` : `已拒绝 ${person.name} 的绑定申请`,
    tone: 'ok',
  };
}
