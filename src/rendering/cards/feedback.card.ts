import type { Feedback } from '../../domain/feedback.ts';
import { list, note, type Reply, say } from '../reply.ts';

const SHOWN = 6;

/** To who rated: it is kept. */
export const ratedCard = (verdict: 'good' | 'bad' | 'withdrawn'): Reply =>
  verdict === 'withdrawn'
    ? { title: '已收回点评', tone: 'ok' }
    : { title: '已记下，谢谢', tone: 'ok', parts: [note('投促中心发“点评”能看到；说错了再说一次，以后一次为准。')] };

/** Asks whether the last answer was good. */
export const rateAsk = (): Reply => ({
  title: '刚才的答复怎么样？',
  tone: 'ask',
  parts: [note('也可以说原因：“点评 差 数字不对，少了两个单位”。')],
  buttons: [say('好', '点评 好', 'primary'), say('差', '点评 差')],
});

/** To staff: how the answers were found in the last 30 days, and what was found wanting. */
export function feedbackCard(feedback: readonly Feedback[], dayOf: (at: Date) => string): Reply {
  const bad = feedback.filter(({ verdict }) => verdict === 'bad');
  if (feedback.length === 0) return { title: '近 30 天没有人点评', tone: 'info', buttons: rateAsk().buttons ?? [] };
  const reasons = [...new Set(bad.flatMap((one) => one.reasons))].map(
    (reason) => `${reason} ${bad.filter((one) => one.reasons.includes(reason)).length}`,
  );
  return {
    title: `近 30 天点评 ${feedback.length} 次：好 ${feedback.length - bad.length}，差 ${bad.length}`,
    tone: bad.length > 0 ? 'warn' : 'ok',
    parts: [
      ...(bad.length > 0
        ? [
            list(
              bad.slice(0, SHOWN).map((one) => lineOf(one, dayOf)),
              '觉得不好的',
            ),
          ]
        : []),
      ...(reasons.length > 0 ? [note(`原因：${reasons.join('、')}`)] : []),
      ...(bad.length > SHOWN ? [note(`另有 ${bad.length - SHOWN} 条更早的`)] : []),
    ],
  };
}

const lineOf = ({ person, title, reasons, words, at }: Feedback, dayOf: (at: Date) => string): string => {
  const why = [...reasons, words].filter(Boolean).join('，') || '没有说原因';
  return `${dayOf(at)} ${person}：${title ? `“${title.slice(0, 40)}”` : '没有留下答复'}，${why}`;
};
