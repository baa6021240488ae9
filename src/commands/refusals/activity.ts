import type { RefusalWords } from './words.ts';

/** Refusals of activities. */
export const activityRefusals: RefusalWords = {
  'activity.days': ({ from, to }) => ({
    text: `活动时间 ${from} 至 ${to} 不对，没有写入任何内容。`,
    hint: '请核对日期，例如 6月17-21日。',
  }),
};
