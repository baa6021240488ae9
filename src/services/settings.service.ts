import { lastClosedMonth } from '../db/entry.repository.ts';
import { putSettings } from '../db/org.repository.ts';
import { booksOf, type CutOffRule } from '../domain/calendar/books.ts';
import { addMonths, type CalendarDate, date } from '../domain/calendar/date.ts';
import { monthOf, type Period } from '../domain/calendar/period.ts';
import { DEFAULT_PROOFS } from '../domain/project/proof.ts';
import { Refusal } from '../domain/refusal.ts';
import { SETTING_FORMS, type SettingKey } from '../domain/setting-form.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import { readSetting, type SettingValue } from '../reading/setting.ts';
import type { Acting } from './acting.ts';
import { closedTo } from './booking.ts';
import { requireSetUp } from './roster.service.ts';
import type { OrgTx } from './transaction.ts';

/** An industry chain as the settings hold it. */
export type ChainSetting = Settings['chains'][number];

/** The word that puts a setting back to its default. */
export const DEFAULT_WORD = '默认';

/** 设置 名称 值: changes one setting and gives what it is now. Refusals "access.denied", "setting.value". */
export async function changeSetting(
  tx: OrgTx,
  acting: Pick<Acting, 'actor'>,
  key: SettingKey,
  text: string,
): Promise<SettingValue> {
  requireSetUp(acting, '设置');
  const { name, form } = SETTING_FORMS[key];
  const byDefault = text.trim() === DEFAULT_WORD;
  const value = byDefault ? undefined : readSetting(form, text);
  if (value === null) throw new Refusal('setting.value', { name, given: text, form: form.kind });
  await putSettings(tx, { [key]: value });
  return value ?? DEFAULT_SETTINGS[key];
}

/**
 * 设置 统计截止 规则: from the first month that is not closed and whose closing under the rule is still to come; months before
 * keep their days. Without any closed month the rule holds for all. Gives the settings and the first month cut by it.
 */
export async function changeCutOff(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'org' | 'today'>,
  rule: CutOffRule,
): Promise<{ readonly settings: Settings; readonly month: Period | null }> {
  requireSetUp(acting, '设置');
  const { settings } = acting.org;
  const closed = await lastClosedMonth(tx);
  const by = (from: string): Settings => ({
    ...settings,
    monthCutOffs: [...settings.monthCutOffs.filter((one) => one.from < from), { from, rule }],
  });
  let from = closed === null ? '' : monthAfter(closed);
  while (from !== '' && booksOf(by(from)).closingOf(monthNamed(from)) < acting.today) from = monthAfter(from);
  const changed = by(from);
  await putSettings(tx, { monthCutOffs: changed.monthCutOffs });
  return { settings: changed, month: from === '' ? null : booksOf(changed).span(monthNamed(from)) };
}

const monthNamed = (key: string): Period => monthOf(date(`${key}-01`));

const monthAfter = (key: string): string => addMonths(date(`${key}-01`), 1).slice(0, 7);

/**
 * A day off or a workday of one's own on top of the official calendar; undefined goes back to the calendar. Refusal
 * "setting.closed-day": a closed month keeps its days.
 */
export async function overrideDay(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'org'>,
  day: CalendarDate,
  worked: boolean | undefined,
): Promise<void> {
  requireSetUp(acting, '设置');
  const { settings } = acting.org;
  const closed = await closedTo(tx, acting.org);
  if (closed !== null && closed >= day) throw new Refusal('setting.closed-day', { day, closed });
  const { [day]: _, ...others } = settings.calendarOverrides;
  await putSettings(tx, { calendarOverrides: worked === undefined ? others : { ...others, [day]: worked } });
}

/** The proofs asked for of a stage or a ledger; null goes back to the default. */
export async function putProofs(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'org'>,
  kind: string,
  wanted: readonly string[] | null,
): Promise<void> {
  requireSetUp(acting, '设置');
  const own = { ...acting.org.settings.proofs, [kind]: wanted ?? DEFAULT_PROOFS[kind] ?? [] };
  await putSettings(tx, { proofs: own });
}

/** Adds chains, or changes those of the same names, at once. */
export async function putChains(
  tx: OrgTx,
  { org }: Pick<Acting, 'org'>,
  chains: readonly ChainSetting[],
): Promise<void> {
  if (chains.length === 0) return;
  const now = new Map([...org.settings.chains, ...chains].map((chain) => [chain.name, chain]));
  await putSettings(tx, { chains: [...now.values()] });
}

/** Adds a chain, changes one of the same name, or takes it away (`chain` null). Refusal "setting.chain". */
export async function putChain(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'org'>,
  name: string,
  chain: Omit<ChainSetting, 'name'> | null,
): Promise<void> {
  requireSetUp(acting, '设置');
  const { chains } = acting.org.settings;
  const was = chains.find((one) => one.name === name);
  if (!was && !chain) throw new Refusal('setting.chain', { name });
  const now = chain && { ...was, ...chain, name };
  const others = chains.map((one) => (one === was ? now : one)).filter((one) => one !== null);
  await putSettings(tx, { chains: was || !now ? others : [...others, now] });
}
