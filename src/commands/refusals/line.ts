import type { Near } from '../suggest.ts';
import type { RefusalWords } from './words.ts';

/** Refusals of the line itself: who, what command, amounts, dates, names, buttons. */
export const lineRefusals: RefusalWords = {
  'person.unknown': () => ({
    text: '还不认识您，没有写入任何内容。',
    hint: '请先绑定：绑定 姓名 手机号（例如 绑定 张三 13800000000），投促中心同意后即可使用。企业微信里也可以只发“绑定”，按通讯录找您。',
  }),
  'access.denied': ({ command }) => ({
    text: `您的角色不能使用“${command}”，没有写入任何内容。`,
    hint: '需要时请联系投促中心。',
  }),
  'access.not-yours': () => ({
    text: '这不是您单位的记录，您不能改动，没有写入任何内容。',
    hint: '请由责任单位或投促中心办理。',
  }),
  'command.unknown': ({ near }) => ({
    text:
      Array.isArray(near) && near.length > 0
        ? `没看懂。您是不是要：${(near as readonly Near[]).map(({ name }) => name).join('、')}？`
        : '没看懂这句话，没有写入任何内容。',
    hint: '发“帮助”看能做什么；要记一条线索，请以“录入”开头。',
  }),
  'text.too-long': ({ limit }) => ({
    text: `内容太长（一次最多 ${limit} 字节），没有写入任何内容。`,
    hint: '请分几条发送。',
  }),
  'text.too-many-lines': ({ limit }) => ({
    text: `一次最多 ${limit} 行，没有写入任何内容。`,
    hint: '请分几次发送，或用“导入”。',
  }),
  'amount.malformed': ({ text }) => ({ text: `金额“${text}”看不懂，没有记。`, hint: '请写成 5000万、1.2亿 这样。' }),
  'amount.negative': ({ text }) => ({ text: `金额“${text}”是负数，不入账。`, hint: '记错了请用“冲销 编号 原因”。' }),
  'amount.several': ({ first, second }) => ({
    text: `有两个金额（${first}、${second}），不知道记哪个，没有记。`,
    hint: '请一次写一个；多笔请分行。',
  }),
  'amount.zero': ({ text }) => ({ text: `金额“${text}”为 0，没有记。`, hint: '请写实际金额。' }),
  'amount.too-large': ({ text }) => ({ text: `金额“${text}”超过 1 万亿元，没有记。`, hint: '请核对数字和单位。' }),
  'amount.too-fine': ({ text }) => ({ text: `金额“${text}”精确到分以下，没有记。`, hint: '请写到分为止。' }),
  'amount.range': ({ text }) => ({ text: `“${text}”是一个范围，台账要一个准数，没有记。`, hint: '请写准确金额。' }),
  'amount.about': ({ text }) => ({
    text: `“${text}”不是准数，台账要一个准数，没有记。`,
    hint: '请写准确金额，例如 5000万。',
  }),
  'amount.currency': ({ text, wanted }) =>
    wanted === 'USD'
      ? { text: `“${text}”不是美元，没有记。`, hint: '实际使用外资按万美元记，例如 外资 X113 200万美元 6月8日。' }
      : { text: `“${text}”不是人民币，没有记。`, hint: '外资请用“外资 编号 200万美元 日期”，其余按人民币记。' },
  'date.impossible': ({ text }) => ({ text: `没有“${text}”这一天，没有记。`, hint: '请核对日期。' }),
  'date.range': ({ text }) => ({
    text: `“${text}”是一段时间，这里要一个日期，没有记。`,
    hint: '请写某一天，例如 6月8日。',
  }),
  'date.several': ({ first, second }) => ({
    text: `有两个日期（${first}、${second}），不知道是哪一天，没有记。`,
    hint: '请只写一个；多笔请分行。',
  }),
  'date.unreadable': ({ text }) => ({
    text: `“${text}”看不懂是哪一天，没有记。`,
    hint: '请写成 6月5日 或 2026-06-05。',
  }),
  'clock.impossible': ({ text }) => ({
    text: `没有“${text}”这个时间，没有写入任何内容。`,
    hint: '请写成 17点前 这样。',
  }),
  'name.unknown': ({ name }) => ({
    text: `没有叫“${name}”的单位或人员，没有写入任何内容。`,
    hint: '发“单位”或“人员”看名单。',
  }),
  'person.ambiguous': ({ name }) => ({
    text: `有几位“${name}”，没有写入任何内容。`,
    hint: `请在名字前写上单位，例如 城关镇${name}。`,
  }),
  'button.invalid': () => ({ text: '这个按钮无效，没有写入任何内容。', hint: '请重新发起，或直接输入命令。' }),
  'button.expired': () => ({ text: '这个按钮已过期，没有写入任何内容。', hint: '请重新查一下这条记录。' }),
  'button.not-yours': () => ({ text: '这个按钮不是给您的，没有写入任何内容。' }),
  'pending.gone': () => ({ text: '这个问题已经不在了，没有写入任何内容。', hint: '请重新发起。' }),
  'pending.expired': () => ({ text: '等得太久，这条已失效，没有写入任何内容。', hint: '请重新发起。' }),
  'form.fields': ({ errors }) => ({
    text: `${Object.values(errors as Readonly<Record<string, string>>).join(' ')}没有写入任何内容。`,
  }),
  'form.missing': ({ label }) => ({ text: `请填写${label}。` }),
  'form.unread': ({ label, text }) => ({ text: `${label}“${text}”没看懂，请改一下。` }),
  'form.stale': ({ record }) => ({ text: `${record} 刚被别人改过，没有写入任何内容。`, hint: '请重新打开再改。' }),
  'undo.nothing': ({ minutes }) => ({
    text: `最近 ${minutes} 分钟里没有可以撤销的操作。`,
    hint: '更早的记录请用“补充”更正，账目用“冲销”。',
  }),
  'undo.closed': () => ({
    text: '这一步做完后已经结账，不能撤销。',
    hint: '要改已结账的数：冲销或更正（冲销 L12；更正月报 6月 原因）。',
  }),
  'undo.built-on': ({ subject }) => ({
    text: `${subject ?? '这条记录'}之后已有新的办理，不能撤销。`,
    hint: '请用“补充”更正，账目用“冲销”。',
  }),
};
