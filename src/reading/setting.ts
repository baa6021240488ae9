import type { CutOffRule } from '../domain/calendar/books.ts';
import { compare, type Decimal, decimal, exact, tryDecimal } from '../domain/money/decimal.ts';
import type { SettingKind } from '../domain/setting-form.ts';
import { readAmounts } from './amount.ts';
import { foldWidth } from './clean.ts';

/** A setting's value as it is stored: numbers, "HH:MM", fractions and decimals as text, lists of words. */
export type SettingValue = string | number | readonly string[] | readonly number[];

/** Reads a value of the form from what a person typed; null when it is not one. Pure. */
export function readSetting(form: SettingKind, raw: string): SettingValue | null {
  const text = foldWidth(raw).trim();
  switch (form.kind) {
    case 'number':
      return whole(text, form.unit, form.least, form.most);
    case 'numbers':
      return each(text, (word) => whole(word, form.unit, form.least, form.most));
    case 'clock':
      return clock(text);
    case 'share':
      return share(text);
    case 'decimal': {
      const found = /^(\d{1,7}(?:\.\d{1,4})?)\s*\D*$/.exec(text);
      return found?.[1] ? tryDecimal(found[1]) : null;
    }
    case 'similarity':
      return /^0?\.\d{1,2}$/.test(text) && Number(text) >= 0.2 ? Number(text) : null;
    case 'words':
      return each(text, (word) => (word.length <= 12 && (form.among?.includes(word) ?? true) ? word : null));
    case 'amounts':
      return amounts(text);
    case 'shares':
      return shares(text, form.count);
    case 'choice':
      return form.among.includes(text) ? text : null;
    case 'text':
      return text.length > 0 && text.length <= 60 ? text : null;
  }
}

/** 统计截止 from words: 月末, 最后一个工作日, 25日, 每月25号; null when they are none. Days 1–28, which every month has. */
export function readCutOff(raw: string): CutOffRule | null {
  const text = foldWidth(raw)
    .replace(/^每?个?月/, '')
    .trim();
  if (/^(?:月?[末底]|自然月|默认)$/.test(text)) return '月末';
  if (/^(?:的?最后|末)一?个?工作日$/.test(text)) return '最后工作日';
  const day = Number(/^(\d{1,2})[日号]?$/.exec(text)?.[1] ?? 0);
  return day >= 1 && day <= 28 ? `${day}日` : null;
}

const SEPARATOR = /[\s,，、;；/]+/;

function whole(text: string, unit: string, least: number, most: number): number | null {
  const found = /^(\d{1,5})\s*(\D*)$/.exec(text);
  if (!found || (found[2] && !unit.includes(found[2].trim()))) return null;
  const value = Number(found[1]);
  return value >= least && value <= most ? value : null;
}

function each<Value>(text: string, read: (word: string) => Value | null): Value[] | null {
  const words = text.split(SEPARATOR).filter(Boolean).map(read);
  return words.length > 0 && words.length <= 40 && words.every((word) => word !== null) ? [...new Set(words)] : null;
}

function clock(text: string): string | null {
  const found = /^([01]?\d|2[0-3])[:点时]([0-5]\d)?分?$/.exec(text);
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}` : null;
}

function share(text: string): string | null {
  const parts = /^(\d{1,3})分之(\d{1,3})$/.exec(text);
  const fraction = parts ? `${parts[2]}/${parts[1]}` : text;
  if (!/^\d{1,3}\/[1-9]\d{0,2}$/.test(fraction)) return null;
  const [top = 0, bottom = 1] = fraction.split('/').map(Number);
  return top > 0 && top <= bottom ? fraction : null;
}

function amounts(text: string): string[] | null {
  const found = readAmounts(text).filter(
    (amount) => amount.currency === 'CNY' && !amount.negative && !amount.malformed,
  );
  const rising = found.every((amount, at) => compare(found[at - 1]?.wan ?? ZERO, amount.wan) < 0);
  const told = text.split(SEPARATOR).filter(Boolean).length;
  return found.length > 0 && found.length === told && rising ? found.map((amount) => amount.wan) : null;
}

const ZERO = decimal('0');
const HUNDRED = decimal('100');

/** Twelve monthly percentages that rise to 100, as fractions of the year; "按月" goes back to month ÷ 12. */
function shares(text: string, count: number): string[] | null {
  if (text === '按月') return [];
  const values = text
    .split(SEPARATOR)
    .filter(Boolean)
    .map((word) => tryDecimal(word.replace(/%$/, '')));
  const known = values.filter((value): value is Decimal => value !== null);
  const rising = known.every((value, at) => compare(known[at - 1] ?? ZERO, value) <= 0);
  if (known.length !== count || values.length !== count || !rising || known.at(-1) !== HUNDRED) return null;
  return known.map((value) => exact(value).div(100).toFraction());
}
