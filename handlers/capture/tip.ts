import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { rest } from '../../src/commands/slots.ts';
import { may } from '../../src/domain/org/access.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { tipIn, tipNumber } from '../../src/domain/tip.ts';
import { projectTitle } from '../../src/rendering/cards/project.card.ts';
import { receiptCard, tipAlikeCard, tipCard, tipStateCard, tipsCard } from '../../src/rendering/cards/tip.card.ts';
import { note, type Reply, say } from '../../src/rendering/reply.ts';
import { ask, question, settle } from '../../src/services/pending.service.ts';
import { declineTip, giveTip, loadTip, ownTips, takeTip, waitingTips } from '../../src/services/tip.service.ts';

export default defineCommand({
  name: '荐商',
  group: 'capture',
  synonyms: ['社会线索', '推荐线索', '提供线索', '回执'],
  initials: 'jians',
  english: ['tip'],
  help: '没有绑定的人也能给线索，有回执；投促中心收下才记（要先开放）',
  usage: '荐商 线索内容 · 荐商 T编号（看办得怎样）；投促中心：荐商 看待处理的，荐商 T编号 不采纳 原因',
  examples: ['荐商 浙江某食品公司想来办厂，约5000万，张总13900001111，我是王强', '荐商 T3', '荐商'],
  slots: { words: rest('线索内容', { optional: true }) },
  kind: 'write',
  ability: 'any',
  run: ({ words = '' }, context) =>
    context.actor.personId === 0 ? fromOutside(words, context) : forStaff(words, context),
  actions: {
    show: {
      kind: 'read',
      ability: 'verify',
      run: async ({ id }, context) => tipCard(await loadTip(context.tx, context, Number(id))),
    },
    take: { kind: 'write', ability: 'verify', run: ({ id }, context) => take(Number(id), false, context) },
    insist: { kind: 'write', ability: 'verify', run: ({ id }, context) => take(Number(id), true, context) },
    decline: {
      kind: 'write',
      ability: 'verify',
      run: async ({ id }, context) => {
        const tip = await loadTip(context.tx, context, Number(id));
        if (tip.state !== 'new') return tipStateCard(tip);
        await ask(context.tx, context, { command: '荐商', action: 'why', args: { tip: tip.id }, minutes: 60 });
        return {
          title: `${tipNumber(tip)} 为什么不采纳？`,
          tone: 'ask',
          parts: [note('直接回复原因，会原话告诉提供人。')],
        };
      },
    },
    why: {
      kind: 'write',
      ability: 'verify',
      run: async ({ id }, context, text = '') => {
        const { args } = await question(context.tx, context, Number(id));
        const declined = await declineTip(context.tx, context, Number(args.tip), text, tipStateCard);
        await settle(context.tx, Number(id));
        return tipStateCard(declined);
      },
    },
  },
});

const senderOf = (context: Context) => ({
  platform: context.chat.platform,
  workspace: context.chat.workspace,
  externalId: context.senderExternalId,
  name: null,
  chatId: context.chat.id,
});

/** Somebody who is not bound gives a lead, or asks how an own one stands. */
async function fromOutside(words: string, context: Context): Promise<Reply> {
  const number = tipIn(words);
  const short = words.trim().length < 8;
  if (number === null && !short) {
    const name = /我(?:是|叫|姓名)\s*([\u4e00-\u9fff]{2,4})/.exec(words)?.[1] ?? null;
    return receiptCard(await giveTip(context.tx, context, { ...senderOf(context), name }, words, tipCard));
  }
  const own = await ownTips(context.tx, senderOf(context));
  const found = number === null ? own[0] : own.find(({ id }) => id === number);
  if (number === null && !found)
    throw new Refusal(context.org.settings.outsideLeads === '开' ? 'tip.unread' : 'tip.off');
  if (!found) throw new Refusal('tip.none', { tip: `T${number}` });
  return tipStateCard(found);
}

async function forStaff(words: string, context: Context): Promise<Reply> {
  if (!may(context.actor, 'verify', null)) throw new Refusal('tip.known');
  const number = tipIn(words);
  if (number === null) return tipsCard(await waitingTips(context.tx));
  const reason = /不采纳[:：\s]*([\s\S]*)$/.exec(words);
  if (reason) return tipStateCard(await declineTip(context.tx, context, number, reason[1] ?? '', tipStateCard));
  return tipCard(await loadTip(context.tx, context, number));
}

async function take(id: number, despite: boolean, context: Context): Promise<Reply> {
  const taken = await takeTip(context.tx, context, id, despite, tipStateCard);
  if (taken.outcome === 'before') return tipStateCard(taken.tip);
  if (taken.outcome === 'alike') return tipAlikeCard(taken.tip, taken.alike);
  return {
    title: `已收为线索 ${projectTitle(taken.project)}，在公海`,
    tone: 'ok',
    record: `X${taken.project.id}`,
    parts: [
      note(
        `引荐人：${taken.project.referrer ?? ''}，已告诉提供人。可以“移交 X${taken.project.id} 单位”，或等单位认领。`,
      ),
    ],
    buttons: [say('查看项目', `查 X${taken.project.id}`)],
  };
}
