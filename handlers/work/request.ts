import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { day, record, rest, unit } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import {
  againRequestCard,
  closedRequestCard,
  raisedRequestCard,
  requestCard,
} from '../../src/rendering/cards/request.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import {
  acceptRequest,
  closeRequest,
  loadRequest,
  noteRequest,
  raiseRequest,
} from '../../src/services/request.service.ts';

const CARDS = { raised: raisedRequestCard, closed: closedRequestCard, again: againRequestCard };

export default defineCommand({
  name: '诉求',
  group: 'work',
  synonyms: ['企业诉求', '服务诉求'],
  initials: 'sq',
  english: ['request', 'appeal'],
  help: '企业有诉求：提出、受理、办理、办结，再请企业评价',
  usage: '诉求 企业或项目 内容 [责任单位] [时限] · 诉求 受理/办理/办结 诉求编号 [内容]',
  examples: [
    '诉求 瑞通光伏 用电容量不足，想增容 发改局',
    '诉求 受理 S4',
    '诉求 办理 S4 供电所已勘察',
    '诉求 办结 S4 变压器已增容',
  ],
  slots: {
    request: record('S', '诉求编号', { optional: true }),
    about: record('X', '项目', { optional: true }),
    due: day('future', '时限', { optional: true }),
    unit: unit({ optional: true, label: '责任单位' }),
    said: rest('企业和内容', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  overview: '诉求清单',
  run: async ({ request, about, due, unit: owner, said = '' }, context) => {
    if (request !== undefined) return step(context, request, said);
    const raising = { ...firmAndWords(said, about), about, unitId: owner?.id, dueOn: due };
    const { request: raised, changed } = await raiseRequest(context.tx, context, raising, CARDS);
    return requestCard(raised, changed ? '已登记诉求' : '早已登记，没有重复写入');
  },
});

/** The firm is the first word, unless the project says who it is. */
function firmAndWords(said: string, about: number | undefined): { readonly company: string; readonly text: string } {
  if (about !== undefined && said) return { company: `X${about}`, text: said };
  const [, company, text] = /^([^\s,，:：;；]+)[\s,，:：;；]+(.+)$/s.exec(said) ?? [];
  if (!company || !text) throw new Refusal('request.unread');
  return { company, text };
}

async function step(context: Context, id: number, said: string): Promise<Reply> {
  const { tx } = context;
  const [, verb, words = ''] =
    /^(受理|接办|收到|办理|反馈|进展|办结|完成|答复|办好了)[\s:：,，]*(.*)$/s.exec(said) ?? [];
  switch (verb) {
    case '受理':
    case '接办':
    case '收到': {
      const done = await acceptRequest(tx, context, id);
      return requestCard(done.request, done.changed ? '已受理' : '早已受理，没有重复写入');
    }
    case '办结':
    case '完成':
    case '答复':
    case '办好了': {
      if (!words) throw new Refusal('request.answer-missing', { request: `S${id}` });
      const done = await closeRequest(tx, context, id, words, CARDS);
      return requestCard(done.request, done.changed ? '已办结' : '早已办结，没有重复写入');
    }
    case undefined:
      return requestCard(await loadRequest(tx, context, id), '诉求');
    default: {
      if (!words) throw new Refusal('request.answer-missing', { request: `S${id}` });
      return requestCard((await noteRequest(tx, context, id, words)).request, '已记办理情况');
    }
  }
}
