import { type CalendarDate, partsOf } from '../../domain/calendar/date.ts';
import type { Period } from '../../domain/calendar/period.ts';
import type { Amount } from '../../domain/money/decimal.ts';
import { proofName } from '../../domain/project/proof.ts';
import { SETTING_FORMS, type SettingKey, type SettingKind } from '../../domain/setting-form.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts';
import { dayText } from '../day.ts';
import { money } from '../format.ts';
import { list, note, type Reply, text } from '../reply.ts';

/** How a value of each form is typed, for hints. */
export const SETTING_HINTS: Readonly<Record<SettingKind['kind'], string>> = {
  number: '一个整数，例如：设置 首报保护天数 60',
  numbers: '几个整数，例如：设置 白卷预警 7、3',
  clock: '一个时间，例如：设置 待办时间 08:00',
  share: '一个分数，例如：设置 外出占比 1/3',
  decimal: '一个数，例如：设置 亩均税收标准 15',
  similarity: '0.20 到 0.99 的小数，例如：设置 查重相似度 0.5',
  words: '用顿号隔开的词，例如：设置 流失原因 资金、用地、环评、其他',
  amounts: '从小到大的金额，例如：设置 规模档次 5000万 1亿 5亿 10亿',
  shares: '12 个月累计百分比（末月 100），或“按月”，例如：设置 序时进度 5 10 20 30 40 50 58 66 75 83 92 100',
  choice: '给出的词之一，例如：设置 社会线索 开（或 关）、设置 入账口径 核实日期（或 发生日期）',
  text: '60 个字以内的文字，例如：设置 发文单位 云岭县招商引资工作领导小组办公室',
};

/** Every setting with its present value; what differs from the default is marked. */
export function settingsReply(settings: Settings): Reply {
  const keys = Object.keys(SETTING_FORMS) as SettingKey[];
  return {
    title: '现在的设置',
    tone: 'info',
    parts: [
      list(
        keys.map(
          (key) => `${SETTING_FORMS[key].name}：${valueText(key, settings)}${isOwn(key, settings) ? '（已改）' : ''}`,
        ),
      ),
      text(`统计截止：${cutOffText(settings)}`),
      text(`产业链：${settings.chains.map(({ name }) => name).join('、') || '还没有'}`),
      ...daysOff(settings),
      note(
        '改一项：设置 名称 值；恢复：设置 名称 默认。产业链：设置 产业链 名称 关键词 甲、乙；调休：设置 工作日 2月14日 上班。',
      ),
    ],
  };
}

/** One setting, with how it is changed. */
export const settingReply = (key: SettingKey, settings: Settings): Reply => ({
  title: `${SETTING_FORMS[key].name}：${valueText(key, settings)}`,
  tone: 'info',
  parts: [note(`要改，请写${SETTING_HINTS[SETTING_FORMS[key].form.kind]}`)],
});

/** A setting that was changed. */
export const settingCard = (key: SettingKey, was: Settings, now: unknown): Reply => ({
  title: `已改设置：${SETTING_FORMS[key].name}`,
  tone: 'ok',
  parts: [
    {
      type: 'facts',
      facts: [
        {
          label: SETTING_FORMS[key].name,
          value: valueText(key, { ...was, [key]: now } as Settings),
          was: valueText(key, was),
        },
      ],
    },
    note('即刻起作用；已经发布的通报不变。'),
  ],
});

/** A day of one's own in the calendar. */
export function dayCard(day: CalendarDate, worked: boolean | undefined): Reply {
  const { year, month, day: date } = partsOf(day);
  const what = worked === undefined ? '按国家日历' : worked ? '上班' : '放假';
  return { title: `已设 ${year}年${month}月${date}日 ${what}`, tone: 'ok' };
}

/** How months are cut; with the first month that a change cuts. */
export const cutOffReply = (settings: Settings, month: Period | null): Reply => ({
  title: `统计截止：${cutOffText(settings)}`,
  tone: month ? 'ok' : 'info',
  parts: [
    ...(month ? [text(`从 ${month.key} 账期（${dayText(month.from)}—${dayText(month.to)}）起。`)] : []),
    note('已结账的月份不变。改：设置 统计截止 25日（上月26日到本月25日）；也可写 月末、最后工作日。'),
  ],
});

const cutOffText = ({ monthCutOffs }: Settings): string => {
  const { rule = '月末', from = '' } = monthCutOffs.at(-1) ?? {};
  const words = rule === '月末' ? '自然月末' : rule === '最后工作日' ? '每月最后一个工作日' : `每月${rule}`;
  return from ? `${words}（${from} 账期起）` : words;
};

/** The proofs asked for, all or one kind's. */
export const proofsReply = (proofs: Settings['proofs'], title = '各阶段、各台账要的凭据'): Reply => ({
  title,
  tone: 'info',
  parts: [
    list(Object.entries(proofs).map(([kind, wanted]) => `${kind}：${wanted.map(proofName).join('、') || '不要'}`)),
    note('改：设置 凭据 到位 银行回单、验资报告；不要：设置 凭据 产值 不要；恢复：设置 凭据 到位 默认。'),
  ],
});

/** The chains, or one that was changed. */
export const chainsReply = (chains: Settings['chains'], title?: string): Reply => ({
  title: title ?? (chains.length === 0 ? '还没有产业链' : '产业链'),
  tone: 'info',
  parts: [
    list(
      chains.map(
        ({ name, keywords, leader, nodes }) =>
          `${name}${leader ? `（链长 ${leader}）` : ''}：${keywords.join('、')}${nodes ? `；环节 ${nodes.map((node) => node.name).join('、')}` : ''}`,
      ),
    ),
    note('加或改：设置 产业链 新能源 关键词 光伏、储能 链长 李县长；去掉：设置 产业链 新能源 取消'),
  ],
});

const isOwn = (key: SettingKey, settings: Settings): boolean =>
  JSON.stringify(settings[key]) !== JSON.stringify(DEFAULT_SETTINGS[key]);

const daysOff = ({ calendarOverrides }: Settings) => {
  const days = Object.entries(calendarOverrides).sort(([a], [b]) => (a < b ? -1 : 1));
  return days.length === 0
    ? []
    : [text(`自定调休：${days.map(([day, worked]) => `${day} ${worked ? '上班' : '放假'}`).join('、')}`)];
};

function valueText(key: SettingKey, settings: Settings): string {
  const { form } = SETTING_FORMS[key];
  const value: unknown = settings[key];
  if (form.kind === 'number' || form.kind === 'decimal') return `${value} ${form.unit}`;
  if (form.kind === 'amounts') return (value as readonly Amount[]).map((amount) => money(amount)).join('、');
  if (form.kind === 'shares')
    return (value as readonly string[]).length === 0 ? '按月' : (value as readonly string[]).join('、');
  if (Array.isArray(value)) return value.join('、') || '无';
  return String(value) || '（未设）';
}
