import type { RefusalWords } from './words.ts';

/** Refusals about corrections of published months (更正月报). */
export const correctionRefusals: RefusalWords = {
  'correction.none': ({ period }) => ({
    text: `${String(period)} 的月报还没有发布，不用更正。`,
    hint: '没发布的月份直接改填报，发“月报”看预览。',
  }),
  'correction.reason': () => ({ text: '更正要写原因。', hint: '例如：更正月报 5月 城关镇到位资金多计500万。' }),
  'correction.same': ({ period }) => ({ text: `${String(period)} 重算后没有变化，没有发布更正。` }),
};
