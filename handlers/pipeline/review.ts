import type { Context } from '../../src/commands/context.ts';
import { defineCommand } from '../../src/commands/define.ts';
import { exportedSheet, headingOf } from '../../src/commands/exported.ts';
import { readNames } from '../../src/commands/names.ts';
import { day, record, rest } from '../../src/commands/slots.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { VERDICTS, type Verdict } from '../../src/domain/work/review.ts';
import { askedCard, doneCard, reviewCard, reviewsReply } from '../../src/rendering/cards/review.card.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { reviewsSheet } from '../../src/rendering/xlsx/collections.ts';
import { knownProject } from '../../src/services/resolve.service.ts';
import {
  askReview,
  endReview,
  everyReview,
  giveOpinion,
  listReviews,
  loadReview,
  reviewOf,
} from '../../src/services/review.service.ts';

const CARDS = { asked: askedCard, done: doneCard };
const NUMBERED = /^(\d{1,6})(?:\s*号)?(?:[\s，,]+([\s\S]*))?$/;

export default defineCommand({
  name: '会审',
  group: 'pipeline',
  synonyms: ['联合会审', '联审', '项目预审', '预审'],
  initials: 'lhhs',
  english: ['review'],
  help: '请几个部门按时对项目出意见（同意、有条件同意、不同意），催没回的，齐了汇总',
  usage: '会审 项目 部门… [时限] · 会审 编号 同意/有条件同意/不同意 [理由] · 会审 编号 结束 · 会审 [项目] · 会审 导出',
  examples: [
    '会审 X113 发改局 城东街道 3天内',
    '会审 3 同意',
    '会审 3 有条件同意 先补能评',
    '会审 X113',
    '会审',
    '会审 导出',
  ],
  slots: {
    about: record('X', '项目编号', { optional: true }),
    due: day('future', '时限', { optional: true }),
    said: rest('部门或意见', { optional: true }),
  },
  kind: 'write',
  ability: 'look',
  run: async ({ about, due, said = '' }, context) => {
    const { tx, actor, today, vocabulary } = context;
    const numbered = NUMBERED.exec(said);
    if (numbered && about === undefined) return answered(Number(numbered[1]), numbered[2] ?? '', context);
    if (about === undefined) {
      if (said === '导出') return exportedSheet(context, reviewsSheet(headingOf(context), await everyReview(tx)));
      if (said) throw new Refusal('review.project');
      return reviewsReply(await listReviews(tx), today);
    }
    const project = await knownProject(tx, actor, about);
    const units = readNames(said, vocabulary, ['unit']).map(({ named }) => named.id);
    const saidVerdict = VERDICTS.some((verdict) => said.includes(verdict));
    const latest = units.length === 0 || saidVerdict ? await reviewOf(tx, project) : null;
    if (latest) return answered(latest.id, said, context);
    const { review, changed } = await askReview(tx, context, { project, units, dueOn: due }, CARDS);
    return reviewCard(review, changed ? '已请各部门出意见' : '早已在会审，没有重复写入');
  },
});

/** A line about a review by its number: an opinion, its end, or just a look. */
async function answered(id: number, words: string, context: Context): Promise<Reply> {
  const { tx, actor, vocabulary } = context;
  if (!words) return reviewCard(await loadReview(tx, id));
  if (/^(?:结束|汇总)$/.test(words)) {
    const { review, changed } = await endReview(tx, context, id, CARDS);
    return reviewCard(review, changed ? '已结束' : '早已结束，没有重复写入');
  }
  const verdict = ([...VERDICTS] as Verdict[]).reverse().find((one) => words.includes(one));
  if (!verdict) throw new Refusal('review.verdict', { review: id });
  const [ahead = '', ...behind] = words.split(verdict);
  const named = readNames(ahead, vocabulary, ['unit'])[0]?.named.id;
  const reason = behind
    .join(verdict)
    .replace(/^[\s，,：:]+/, '')
    .trim();
  const opinion = { id, unitId: named ?? actor.unitId, verdict, words: reason };
  const { review, changed } = await giveOpinion(tx, context, opinion, CARDS);
  return reviewCard(review, changed ? '已记意见' : '早已记下，没有重复写入');
}
