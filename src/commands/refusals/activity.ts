import type { RefusalWords } from './words.ts';

/** Refusals of activities. */
export const activityRefusals: RefusalWords = {
  'activity.not-found': () => ({ text: '没有这个编号的活动。', hint: '发“活动”看本月的活动。' }),
  'activity.days': ({ from, to }) => ({
    text: `活动时间 ${from} 至 ${to} 不对，没有写入任何内容。`,
    hint: '请核对日期，例如 6月17-21日。',
  }),
  'activity.filter': ({ text }) => ({
    text: `没有“${text}”这类活动或产业链。`,
    hint: '例如：活动 5月；活动 临洺关镇；活动 外出招商；活动 新能源。',
  }),
};
