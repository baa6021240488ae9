import { note, type Reply } from '../reply.ts';

/** "6月14日 09:12" in a time zone. */
const momentText = (at: Date, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('month')}月${of('day')}日 ${of('hour')}:${of('minute')}`;
};

/** One line to a chat after we were gone for long: from when to when, and what to do. */
export const outageCard = (from: Date, to: Date, timeZone: string): Reply => ({
  title: `小招刚恢复：${momentText(from, timeZone)} 到 ${momentText(to, timeZone)} 停机`,
  tone: 'warn',
  parts: [note('这段时间发来、没有得到答复的，请再发一次；已经答复过的不会重复。')],
});
