import type { RefusalWords } from './words.ts';

/** Refusals about evidence. */
export const evidenceRefusals: RefusalWords = {
  'evidence.type': ({ name }) => ({
    text: `“${name}”不能作凭据，没有存。`,
    hint: '请发照片、PDF、Word 或 Excel。',
  }),
  'evidence.empty': ({ name }) => ({ text: `“${name}”是空的，没有存。`, hint: '请重新发一次。' }),
  'evidence.used': ({ name, where }) => ({
    text: `“${name}”已经是 ${where} 的凭据，一份凭据不能用两次，没有写入。`,
    hint: '请核对文件；确是发错了，请换成本项的凭据再报。',
  }),
  'evidence.which': () => ({
    text: '没有写编号，不知道是哪一项的凭据，没有写入。',
    hint: '例如：凭据 L12（一笔台账），凭据 X113（项目现在的阶段）；也可以引用那条消息再发。',
  }),
  'evidence.hidden': () => ({
    text: '其他单位的凭据只有投促中心、领导和责任单位能看。',
    hint: '需要时请联系责任单位。',
  }),
};
