import { SETTING_HINTS } from '../../rendering/cards/settings.card.ts';
import type { RefusalWords } from './words.ts';

/** Why the platform's directory says nothing of somebody. */
const WHY_ABSENT: Readonly<Record<string, string>> = {
  unseen: '通讯录里看不到您（请管理员把您加进自建应用的可见范围）',
  unknown: '通讯录里没有您这个账号',
  closed: '小招没有查通讯录的权限（请管理员用 xiaozhao doctor 看怎么开）',
  away: '这会儿查不到通讯录',
};

/** Refusals of binding, roster, targets and subscriptions. */
export const setupRefusals: RefusalWords = {
  'binding.form': () => ({ text: '没看到姓名或手机号，没有绑定。', hint: '请这样写：绑定 张三 13800000000' }),
  'binding.absent': ({ why }) => ({
    text: `${WHY_ABSENT[String(why)] ?? WHY_ABSENT.away}，没有绑定。`,
    hint: '请写上姓名和手机号：绑定 张三 13800000000',
  }),
  'binding.nobody': ({ name, department }) => ({
    text: `通讯录里您是${name}${department ? `（${department}）` : ''}，花名册里没有这位，没有绑定。`,
    hint: '请投促中心先用“人员 新增”登记您；花名册里写的是别的名字，就发：绑定 姓名 手机号',
  }),
  'binding.several': ({ name }) => ({
    text: `花名册里不止一位${name}，凭姓名和部门分不清，没有绑定。`,
    hint: '请写上手机号，例如：绑定 张三 13800000000',
  }),
  'binding.unknown': () => ({
    text: '花名册里没有这个姓名和手机号，没有绑定。',
    hint: '请核对后再试，或请投促中心先用“人员 新增”登记您。',
  }),
  'binding.other': () => ({
    text: '这个账号已绑定（或正在申请绑定）另一位人员，没有改动。',
    hint: '要换人请先由投促中心解绑。',
  }),
  'binding.elsewhere': () => ({
    text: '这个平台空间或账号已属于另一个地区，没有绑定。',
    hint: '请用 --org 指明地区，或核对 --workspace。',
  }),
  'binding.gone': () => ({
    text: '这个绑定申请已经不在了，没有写入任何内容。',
    hint: '请本人重新发“绑定 姓名 手机号”。',
  }),
  'subscription.unknown': ({ words }) => ({
    text: words ? `没有“${words}”这种订阅，没有改动。` : '没看到要订阅什么，没有改动。',
    hint: '例如：订阅 周报 月报 提醒',
  }),
  'person.name': ({ name }) => ({
    text: `“${name}”不像姓名，没有登记。`,
    hint: '例如：人员 新增 陈明 临洺关镇 联络员 13900000001',
  }),
  'person.mobile': ({ given }) => ({
    text: `“${given}”不是手机号，没有登记。`,
    hint: '请写 11 位手机号，例如 13900000001。',
  }),
  'person.twice': ({ name }) => ({ text: `花名册里已有同名同单位或同手机号的${name}，没有写入任何内容。` }),
  'person.self': () => ({ text: '不能停用自己，没有改动。', hint: '请由另一位管理员办理。' }),
  'unit.name': ({ name }) => ({ text: `“${name}”不像单位名称，没有写入任何内容。`, hint: '请写 2 到 30 个字的名称。' }),
  'unit.twice': ({ name }) => ({ text: `这个名称已经是${name}在用，没有写入任何内容。` }),
  'unit.kind': ({ name }) => ({
    text: `看不出“${name}”是哪一类单位，没有写入任何内容。`,
    hint: '请加上类别，例如：单位 新增 城西街道 乡镇街道',
  }),
  'pledge.signatory': ({ unit }) => ({
    text: `${unit}没有登记负责人，没看到谁签的，没有存。`,
    hint: '例如：军令状 城关镇 王镇长 1月15日。',
  }),
  'mute.unknown': ({ given }) => ({
    text: `“${given}”不是可以静音的提醒，没有改动。`,
    hint: '可以静音：今日待办、停滞提醒、到期提醒。例如：静音 停滞提醒 6月20日',
  }),
  'setting.proofs': ({ given }) => ({
    text: `没有“${given}”这个阶段或台账，没有改动。`,
    hint: '例如：设置 凭据 签约 投资协议；设置 凭据 到位 银行回单。',
  }),
  'setting.unknown': ({ name }) => ({
    text: `没有“${name}”这项设置，没有改动。`,
    hint: '发“设置”看全部名称；例如：设置 首报保护天数 60',
  }),
  'setting.value': ({ name, given, form }) => ({
    text: `“${given}”不能作为${name}，没有改动。`,
    hint: `应写${SETTING_HINTS[form as keyof typeof SETTING_HINTS]}`,
  }),
  'setting.day': ({ given }) => ({
    text: `“${given}”里没看到一个日期和“上班”或“放假”，没有改动。`,
    hint: '例如：设置 工作日 2月14日 上班',
  }),
  'setting.closed-day': ({ day, closed }) => ({
    text: `${day} 所在的账期已结账（结到 ${closed}），没有改动。`,
    hint: '已结账的月份不再改工作日。',
  }),
  'setting.cut-off': ({ given }) => ({
    text: `“${given}”不能作为统计截止，没有改动。`,
    hint: '应写 月末、最后工作日 或 1 到 28 日，例如：设置 统计截止 25日',
  }),
  'setting.chain': ({ name }) => ({ text: `没有“${name}”这条产业链，没有改动。`, hint: '发“设置 产业链”看现有的。' }),
  'setting.chain-form': ({ name }) => ({
    text: `产业链“${name || ''}”没有写关键词或链长，没有改动。`,
    hint: '例如：设置 产业链 新能源 关键词 光伏、储能 链长 李县长',
  }),
  'target.form': () => ({
    text: '没看到指标或数值，没有定目标。',
    hint: '指标可写：签约额、签约项目数、开工项目数、投产项目数、到位资金、固投、外资。例如：目标 临洺关镇 签约额 20亿',
  }),
  'target.figure': ({ given, unit }) => ({ text: `“${given}”不是以“${unit}”计的数，没有定目标。` }),
  'target.quarters': ({ given, wanted }) => ({
    text: `四个季度“${given}”加起来不等于 ${wanted}，没有定目标。`,
    hint: '请写四个数，例如：季度 10 30 30 30%',
  }),
  'target.year': ({ year }) => ({ text: `${year} 年离现在太远，没有定目标。`, hint: '请核对年份。' }),
};
