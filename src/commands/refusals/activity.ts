import type { RefusalWords } from './words.ts';

/** Refusals of activities. */
export const activityRefusals: RefusalWords = {
  'activity.days': () => ({ text: '一次活动不能超过一年，没有写入任何内容。', hint: '请核对日期，例如 6月17-21日。' }),
};
