import type { CalendarDate } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import type { Amount } from '../domain/money/decimal.ts';
import { POLICY_KINDS, type PolicyKind, policyKindOf } from '../domain/policy/policy.ts';
import { readAmounts } from './amount.ts';
import { readDates } from './date.ts';
import { itemsOf, readFields } from './fields.ts';

/** A policy as told; what is not said is not there. */
export interface PolicyReading {
  readonly title: string;
  readonly kind: PolicyKind;
  readonly gives: string | undefined;
  readonly chains: readonly string[];
  readonly types: readonly string[];
  /** 万元. */
  readonly least: Amount | null;
  readonly source: string | null;
  readonly validTo: CalendarDate | null;
}

const LABELS = {
  kind: ['类型', '类别'],
  gives: ['支持', '内容', '给予', '措施'],
  chains: ['产业', '产业链', '对象产业'],
  types: ['项目类型', '对象'],
  least: ['门槛', '投资额'],
  source: ['依据', '文件', '文号'],
  validTo: ['有效期', '截止', '执行到'],
} as const;
const TYPES = ['内资', '外资', '增资扩产', '返程投资', '总部回归'];

/** "工业用地弹性出让 支持 … 产业 装备制造 门槛 1亿 依据 云政发〔2026〕3号 有效期 2027年底". Pure. */
export function readPolicy(text: string, today: CalendarDate, calendar: WorkCalendar): PolicyReading {
  const { head, fields } = readFields(text, LABELS);
  const [until] = fields.validTo ? readDates(fields.validTo, today, calendar, { prefer: 'future' }) : [];
  const least = fields.least ? readAmounts(fields.least)[0] : undefined;
  return {
    title: head,
    kind: POLICY_KINDS.find((kind) => fields.kind?.includes(kind)) ?? policyKindOf(`${head} ${fields.gives ?? ''}`),
    gives: fields.gives,
    chains: itemsOf(fields.chains),
    types: TYPES.filter((type) => fields.types?.includes(type)),
    least: least && !least.malformed && !least.negative && least.currency === 'CNY' ? (least.wan as Amount) : null,
    source: fields.source ?? null,
    validTo: until && !('impossible' in until) ? until.to : null,
  };
}
