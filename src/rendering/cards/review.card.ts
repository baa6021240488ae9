import type { CalendarDate } from '../../domain/calendar/date.ts';
import { outcomeOf, type Review, silentIn, tally, VERDICTS } from '../../domain/work/review.ts';
import { dayText } from '../day.ts';
import { short } from '../format.ts';
import { type Button, facts, list, note, type Reply, say, sayMore } from '../reply.ts';

/** A joint review with what each department says. */
export function reviewCard(review: Review, title = '会审'): Reply {
  const open = review.closedAt === null;
  const outcome = outcomeOf(review);
  return {
    title: `${title}：会审${review.id} X${review.projectId} ${short(review.projectName, 24)}，${outcome}`,
    tone: outcome === '未通过' ? 'warn' : open ? 'info' : 'ok',
    record: `X${review.projectId}`,
    parts: [
      facts(['意见', tally(review)], ['时限', open ? `${dayText(review.dueOn)}前` : null]),
      list(review.opinions.map(opinionLine)),
      ...(open ? [note('到期前一天、到期、逾期，自动提醒还没出意见的单位；齐了自动汇总给发起人和责任单位。')] : []),
    ],
    buttons: [say('查看项目', `查 X${review.projectId}`)],
  };
}

const opinionLine = ({ unitName, verdict, words, person }: Review['opinions'][number]): string =>
  verdict === null
    ? `${unitName}：未回`
    : `${unitName}：${verdict}${words ? `，${words}` : ''}${person ? `（${person}）` : ''}`;

/** To a department: what it is asked, with a button for each answer. */
export const askedCard = (review: Review): Reply => ({
  title: `请出会审意见：会审${review.id} X${review.projectId} ${short(review.projectName, 24)}`,
  tone: 'ask',
  record: `X${review.projectId}`,
  parts: [
    facts(['时限', `${dayText(review.dueOn)}前`], ['参加', review.opinions.map(({ unitName }) => unitName).join('、')]),
    note('有条件同意、不同意要写理由。'),
  ],
  buttons: [...VERDICTS.map((verdict) => answer(review, verdict)), say('查看项目', `查 X${review.projectId}`)],
});

const answer = ({ id }: Review, verdict: (typeof VERDICTS)[number]): Button =>
  verdict === '同意' ? say(verdict, `会审 ${id} ${verdict}`, 'primary') : sayMore(verdict, `会审 ${id} ${verdict}`);

/** To who asked and to the project's unit. */
export const doneCard = (review: Review): Reply => reviewCard(review, '会审意见汇总');

/** Reviews under way. */
export const reviewsReply = (reviews: readonly Review[], today: CalendarDate): Reply => ({
  title: reviews.length === 0 ? '没有进行中的会审' : `进行中的会审 ${reviews.length} 个`,
  tone: reviews.some(({ dueOn }) => dueOn < today) ? 'warn' : 'info',
  parts:
    reviews.length === 0
      ? [note('发起，例如：会审 X113 发改局 自然资源局 生态环境局 3天内')]
      : [list(reviews.slice(0, 10).map((review) => reviewLine(review, today)))],
});

const reviewLine = (review: Review, today: CalendarDate): string =>
  `会审${review.id} X${review.projectId} ${short(review.projectName, 20)}：${tally(review)}，${dayText(review.dueOn)}前${review.dueOn < today ? '（已过）' : ''}，还差 ${silentIn(
    review,
  )
    .map(({ unitName }) => unitName)
    .join('、')}`;
