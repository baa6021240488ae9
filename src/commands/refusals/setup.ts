import type { RefusalWords } from './words.ts';

/** Refusals of binding, roster, targets and subscriptions. */
export const setupRefusals: RefusalWords = {
  'binding.form': () => ({ text: '没看到姓名或手机号，没有绑定。', hint: '请这样写：绑定 张三 13800000000' }),
  'binding.unknown': () => ({
    text: '花名册里没有这个姓名和手机号，没有绑定。',
    hint: '请核对后再试，或请投促中心先用“人员 新增”登记您。',
  }),
  'binding.other': () => ({
    text: '这个账号已绑定（或正在申请绑定）另一位人员，没有改动。',
    hint: '要换人请先由投促中心解绑。',
  }),
  'binding.gone': () => ({
    text: '这个绑定申请已经不在了，没有写入任何内容。',
    hint: '请本人重新发“绑定 姓名 手机号”。',
  }),
  'subscription.unknown': ({ words }) => ({
    text: words ? `没有“${words}”这种订阅，没有改动。` : '没看到要订阅什么，没有改动。',
    hint: '例如：订阅 周报 月报 提醒',
  }),
};
