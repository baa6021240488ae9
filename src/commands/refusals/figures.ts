import type { RefusalWords } from './words.ts';

/** Refusals about boards and reports. */
export const figureRefusals: RefusalWords = {
  'rank.no-unit': () => ({ text: '您没有所属单位，请写上单位名。', hint: '例如：我的排名 城关镇。' }),
  'rank.not-assessed': () => ({ text: '这个单位不参加排名。', hint: '发“排行”看参加排名的单位。' }),
  'rank.unknown': ({ words }) => ({
    text: `没看懂“${words}”：没有这个时间、组或单位。`,
    hint: '例如：排行 5月；排行 二季度 乡镇组。',
  }),
  'chain.unknown': ({ name, known }) => ({
    text: `没有“${name}”这条产业链。`,
    hint: known ? `已有：${known}。` : '加一条：设置 产业链 新能源 关键词 光伏、储能。',
  }),
  'question.unknown': () => ({
    text: '没看懂要问哪个数。',
    hint: '例如：城关镇上半年到位多少；今年亿元以上签约几个；哪些单位本月还没有开工。',
  }),
  'question.future': ({ period }) => ({ text: `${period} 还没开始，没有数。` }),
  'figure.future': ({ period }) => ({ text: `${period} 还没开始，没有数。` }),
  'figure.unknown': ({ words }) => ({
    text: `没看懂“${words}”是哪个数。`,
    hint: '例如：口径 城关镇 到位资金 5月；口径 签约金额 1亿以上 省外。发“口径”看有哪些数。',
  }),
  'report.none': ({ period, report }) => ({
    text: `没有 ${period} 的${report}。`,
    hint: `不写期数看最近一期，例如：${report}。`,
  }),
  'report.far': ({ text }) => ({ text: `“${text}”离现在太远，没有数据。`, hint: '请核对年份，例如：排行 2026年5月。' }),
  'report.unread': ({ text }) => ({ text: `没看懂“${text}”是哪个月。`, hint: '例如：月报 5月；月报 2026-05。' }),
  'report.month': () => ({ text: '月报要写月份。', hint: '例如：月报 5月 预览。' }),
  'scoring.mistake': ({ path, message }) => ({
    text: `方案有误：${path ? `${path}：` : ''}${message}。没有存。`,
    hint: '“方案 指标”看能用的指标，“方案 导出”取一份现行方案照着改。',
  }),
  'board.no-draft': ({ name }) => ({
    text: name ? `没有叫“${name}”的草案。` : '还没有草案。',
    hint: '“方案 导出”取出现行方案，改好后和“方案”两个字一起发回来，就存为草案。',
  }),
  'board.closed': ({ month, next }) => ({
    text: `${month} 及以前的月份已经结账发布，方案不能倒改。`,
    hint: `最早可以从 ${next} 起启用。`,
  }),
  'board.unknown': ({ name }) => ({ text: `没有叫“${name}”的榜。`, hint: '发“方案”看有哪些榜。' }),
  'board.main': () => ({ text: '综合榜不能停用，可以换一版方案。', hint: '例如：方案 启用 综合榜。' }),
  'report.future': ({ period }) => ({ text: `${period} 还没开始，不能发布。` }),
  'report.published': ({ period, report = '月报' }) => ({
    text: `${period} 的${report}已经发布过，没有重复发布。`,
    ...(report === '月报' ? { hint: '发“月报 月份”查看；数字有误发“更正月报 月份 原因”。' } : {}),
  }),
};
