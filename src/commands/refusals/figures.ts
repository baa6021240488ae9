import type { RefusalWords } from './words.ts';

/** Refusals about boards and reports. */
export const figureRefusals: RefusalWords = {
  'rank.no-unit': () => ({ text: '您没有所属单位，请写上单位名。', hint: '例如：我的排名 城关镇。' }),
  'rank.not-assessed': () => ({ text: '这个单位不参加排名。', hint: '发“排行”看参加排名的单位。' }),
  'report.month': () => ({ text: '月报要写月份。', hint: '例如：月报 5月 预览。' }),
  'report.future': ({ period }) => ({ text: `${period} 还没开始，不能发布。` }),
  'report.published': ({ period }) => ({
    text: `${period} 的月报已经发布过，没有重复发布。`,
    hint: '发“月报 月份”查看；数字有误请按更正程序办理。',
  }),
};
