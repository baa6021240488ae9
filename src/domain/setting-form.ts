import type { DEFAULT_SETTINGS } from './settings.ts';

/** What a setting's value looks like when a person types it. */
export type SettingKind =
  | { readonly kind: 'number'; readonly unit: string; readonly least: number; readonly most: number }
  | { readonly kind: 'numbers'; readonly unit: string; readonly least: number; readonly most: number }
  | { readonly kind: 'clock' }
  | { readonly kind: 'share' }
  | { readonly kind: 'decimal'; readonly unit: string }
  | { readonly kind: 'similarity' }
  | { readonly kind: 'words'; readonly among?: readonly string[] }
  | { readonly kind: 'amounts' }
  | { readonly kind: 'shares'; readonly count: number }
  | { readonly kind: 'choice'; readonly among: readonly string[] }
  | { readonly kind: 'text' };

/** A setting as offices know it. */
export interface SettingForm {
  /** What it is called in chat ("首报保护天数"). */
  readonly name: string;
  readonly form: SettingKind;
}

const days = (least = 1, most = 3650): SettingKind => ({ kind: 'number', unit: '天', least, most });
const workdays: SettingKind = { kind: 'number', unit: '个工作日', least: 0, most: 60 };
const minutes: SettingKind = { kind: 'number', unit: '分钟', least: 0, most: 10_080 };
const clock: SettingKind = { kind: 'clock' };

/** Settings that a person changes by one value. Chains, days off and the cut-off have forms of their own. */
export const SETTING_FORMS: Readonly<
  Record<
    Exclude<
      keyof typeof DEFAULT_SETTINGS,
      'chains' | 'calendarOverrides' | 'monthCutOffs' | 'proofs' | 'readingConfidence' | 'rewardRule'
    >,
    SettingForm
  >
> = {
  issuer: { name: '发文单位', form: { kind: 'text' } },
  home: { name: '本地', form: { kind: 'text' } },
  mainChat: { name: '主群', form: { kind: 'text' } },
  protectionDays: { name: '首报保护天数', form: days() },
  stalledDays: { name: '停滞提醒天数', form: days() },
  outsideLeads: { name: '社会线索', form: { kind: 'choice', among: ['开', '关'] } },
  referrerWorkdays: { name: '答复引荐人', form: { kind: 'numbers', unit: '个工作日', least: 1, most: 60 } },
  poolClaimLimit: { name: '认领上限', form: { kind: 'number', unit: '条', least: 1, most: 1000 } },
  poolReturnIntervalDays: { name: '再认领间隔', form: days(0) },
  duplicateSimilarity: { name: '查重相似度', form: { kind: 'similarity' } },
  taskYellowWorkdays: { name: '黄灯提前', form: workdays },
  ladderBeforeWorkdays: { name: '到期提醒提前', form: workdays },
  ladderLeaderWorkdays: { name: '超期报领导', form: workdays },
  ladderDigestWorkdays: { name: '超期上周报', form: workdays },
  signWithinWorkdays: { name: '签收时限', form: workdays },
  requestWorkdays: { name: '诉求时限', form: workdays },
  reviewWorkdays: { name: '会审时限', form: workdays },
  resourceQuietDays: { name: '资源提醒天数', form: days() },
  serviceQuietDays: { name: '走访提醒天数', form: days() },
  targetCities: { name: '目标城市', form: { kind: 'words' } },
  urgeCoolDownMinutes: { name: '催办间隔', form: minutes },
  undoMinutes: { name: '撤销时限', form: minutes },
  briefAt: { name: '待办时间', form: clock },
  digestAt: { name: '周报时间', form: clock },
  leaderboardAt: { name: '月报时间', form: clock },
  chainCheckAt: { name: '链上活动时间', form: clock },
  keyProjectsAt: { name: '顶格推进时间', form: clock },
  flagsAt: { name: '季榜时间', form: clock },
  blankWarningDays: { name: '白卷预警', form: { kind: 'numbers', unit: '天', least: 1, most: 28 } },
  rescueWorkdays: { name: '抢救单提前', form: { kind: 'number', unit: '个工作日', least: 1, most: 10 } },
  quietCheckHours: { name: '黄旗核对', form: { kind: 'number', unit: '小时', least: 0, most: 240 } },
  flagTaskWorkdays: { name: '整改时限', form: workdays },
  quietFrom: { name: '免打扰开始', form: clock },
  quietTo: { name: '免打扰结束', form: clock },
  catchUpDays: { name: '补发期限', form: days(0, 30) },
  outingShare: { name: '外出占比', form: { kind: 'share' } },
  taskYearMonth: { name: '任务年度起始月', form: { kind: 'number', unit: '月', least: 1, most: 12 } },
  booking: { name: '入账口径', form: { kind: 'choice', among: ['发生日期', '核实日期'] } },
  paceTable: { name: '序时进度', form: { kind: 'shares', count: 12 } },
  sizeTiers: { name: '规模档次', form: { kind: 'amounts' } },
  sourceMethods: { name: '招商方式', form: { kind: 'words' } },
  upperMethods: { name: '上级活动方式', form: { kind: 'words' } },
  lostReasons: { name: '流失原因', form: { kind: 'words' } },
  taxPerMu: { name: '亩均税收标准', form: { kind: 'decimal', unit: '万元/亩' } },
  taxPerOutput: { name: '亿元产值税收标准', form: { kind: 'decimal', unit: '万元/亿元' } },
  investmentPerMu: { name: '投资强度标准', form: { kind: 'decimal', unit: '万元/亩' } },
  bookJobs: { name: '用工标准', form: { kind: 'decimal', unit: '人' } },
  jobsPerMu: { name: '亩均用工标准', form: { kind: 'decimal', unit: '人/亩' } },
  optionalStages: { name: '可选阶段', form: { kind: 'words', among: ['意向', '竣工'] } },
};

/** The key of a setting that can be changed by one value. */
export type SettingKey = keyof typeof SETTING_FORMS;

/** The setting a name means. */
export const settingNamed = (name: string): SettingKey | null =>
  (Object.keys(SETTING_FORMS) as SettingKey[]).find((key) => SETTING_FORMS[key].name === name) ?? null;
