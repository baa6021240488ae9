import type { RefusalWords } from './words.ts';

/** Refusals about campaigns (攻坚). */
export const campaignRefusals: RefusalWords = {
  'campaign.form': () => ({
    text: '发起攻坚要写名称和起止日期，没有发起。',
    hint: '例如：攻坚 夏季行动 5月10日-8月17日 每周；结束：攻坚 结束 夏季行动。',
  }),
  'campaign.name': () => ({ text: '攻坚行动要有名称，最多 20 个字。', hint: '例如：攻坚 夏季行动 5月10日-8月17日。' }),
  'campaign.days': ({ from, to }) => ({
    text: `起止日期不对：${String(from)} 至 ${String(to)}。`,
    hint: '要在今天以后结束，最长 400 天。',
  }),
  'campaign.same': ({ name }) => ({ text: `“${name}”已经在进行，没有重复发起。`, hint: '发“攻坚”看战报。' }),
  'campaign.unknown': ({ name }) => ({ text: `没有叫“${name}”的攻坚行动在进行。`, hint: '发“攻坚”看有哪些。' }),
};
