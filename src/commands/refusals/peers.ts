import type { RefusalWords } from './words.ts';

const HINT = '例如：对标 1-5月 到位资金 清河县50.2亿 临城县48.1亿。';

/** Refusals about figures of other places (对标). */
export const peerRefusals: RefusalWords = {
  'peers.form': () => ({ text: '没看懂要比什么，没有写入。', hint: HINT }),
  'peers.metric': () => ({ text: '通报里没有找到指标（到位资金、签约额、签约数、外资……），没有写入。', hint: HINT }),
  'peers.rows': () => ({ text: '通报里至少要有两个县区和各自的数字，没有写入。', hint: HINT }),
  'peers.unit': ({ metric, value }) => ({
    text: `${String(metric)} ${String(value)} 没有写单位（亿或万），没有写入。`,
    hint: '每个数后面写亿或万，或在前面写（亿元）。',
  }),
};
