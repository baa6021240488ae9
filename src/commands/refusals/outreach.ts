import type { RefusalWords } from './words.ts';

/** Refusals about handing work over, answers to referrers, and leads from outside. */
export const outreachRefusals: RefusalWords = {
  'succession.same': () => ({ text: '交出和接手是同一个人，没有写入。', hint: '例如：交接 张三 李四。' }),
  'succession.disabled': ({ name }) => ({ text: `${name}已停用，不能接手，没有写入。`, hint: '请换一位在岗的同事。' }),
  'succession.nothing': ({ name }) => ({ text: `${name}手上没有没办完的任务和服务的项目，不用交接。` }),
  'succession.none': () => ({ text: '没有这次交接，没有写入。' }),
  'succession.not-asked': () => ({ text: '这次交接要由交出和接手的人签字，没有写入。' }),
  'double.none': ({ project }) => ({ text: `${project} 没有疑似重复的项目，不用裁定。`, hint: '发“裁定”看待裁定的。' }),
  'referrer.none': ({ project }) => ({
    text: `${project} 没有登记引荐人，不用答复。`,
    hint: `先写：补充 ${project} 推荐人：某某`,
  }),
  'tip.too-many': ({ most }) => ({ text: `今天已收到您 ${most} 条，请明天再发，这条没有记。` }),
  'tip.none': ({ tip }) => ({ text: `没有回执 ${tip}。`, hint: '请核对回执号。' }),
  'tip.known': () => ({
    text: '您已绑定，请直接用“录入”报线索，没有写入。',
    hint: '例如：录入 浙江客商考察食品加工，约5000万。',
  }),
  'tip.off': () => ({
    text: '还没有开放社会线索征集，没有写入任何内容。',
    hint: '请先绑定：绑定 姓名 手机号；管理员可发“设置 社会线索 开”开放。',
  }),
  'tip.unread': () => ({
    text: '还没看出是什么线索，没有记。',
    hint: '请写清企业、想做什么、多少投资、怎么联系，例如：荐商 浙江某食品公司想来办厂，约5000万，张总13900001111，我是王强13800002222。',
  }),
  'tip.reason': () => ({
    text: '不采纳要写原因，会原话告诉提供人，没有写入。',
    hint: '例如：荐商 T3 不采纳 与在谈项目重复。',
  }),
};
