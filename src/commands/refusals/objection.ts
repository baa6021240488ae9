import type { RefusalWords } from './words.ts';

/** Refusals about objections to flags (异议). */
export const objectionRefusals: RefusalWords = {
  'objection.none': () => ({
    text: '贵单位现在没有待核对的黄旗，没有记录。',
    hint: '对数字有疑问，发“我的排名”看得分。',
  }),
  'objection.late': ({ on }) => ({
    text: `已过核对时间（${String(on)} 公布），没有记录。`,
    hint: '请直接联系投促中心。',
  }),
  'objection.empty': () => ({ text: '异议要写理由。', hint: '例如：异议 6月12日到位的5000万没有计入。' }),
  'objection.unknown': ({ id }) => ({ text: `没有编号 ${String(id)} 的异议。`, hint: '发“异议”看本季的异议。' }),
};
