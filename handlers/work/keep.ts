import { defineCommand } from '../../src/commands/define.ts';
import { readDay } from '../../src/commands/read-day.ts';
import { record, rest } from '../../src/commands/slots.ts';
import { commitmentCard } from '../../src/rendering/cards/commitment.card.ts';
import { keepCommitment, noteReview } from '../../src/services/commitment.service.ts';

const REVIEW = /^(?:公平竞争)?审查(?:编号|号|文号)?[\s:：]*(\S.*)$/;

export default defineCommand({
  name: '兑现',
  group: 'work',
  synonyms: ['履诺', '已兑现'],
  initials: 'dx',
  english: ['keep', 'fulfil'],
  help: '承诺办到了，写下依据；审查编号也这样记',
  usage: '兑现 承诺编号 [日期] [依据] · 兑现 承诺编号 审查 编号',
  examples: ['兑现 C3 6月8日 道路已验收通车', '兑现 C3 审查 云公审〔2026〕12号'],
  slots: {
    commitment: record('C', '承诺编号'),
    text: rest('依据', { optional: true }),
  },
  kind: 'write',
  ability: 'report',
  run: async ({ commitment, text }, context) => {
    const review = REVIEW.exec(text ?? '')?.[1];
    if (review) return commitmentCard(await noteReview(context.tx, context, commitment, review), '已记审查编号');
    const said = text ? readDay(text, context, 'past', true) : null;
    const evidence = (said && text ? text.slice(0, said.start) + text.slice(said.end) : text)?.trim();
    const kept = { on: said?.from ?? context.today, evidence: evidence || undefined };
    const done = await keepCommitment(context.tx, context, commitment, kept);
    return commitmentCard(done.commitment, done.changed ? '已兑现' : '早已兑现，没有重复写入');
  },
});
