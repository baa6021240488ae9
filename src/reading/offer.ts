import type { Amount } from '../domain/money/decimal.ts';
import type { Offer } from '../domain/offer/offer.ts';
import { readAmounts } from './amount.ts';
import { readFields } from './fields.ts';

const LABELS = {
  sought: ['投资', '总投资', '估算投资'],
  chain: ['产业', '产业链'],
  site: ['选址', '地点', '位置'],
  contact: ['联系人', '联系'],
  summary: ['内容', '建设内容', '说明'],
} as const;

/** "预制菜产业园项目 投资 3亿 产业 现代食品 选址 清河镇食品园 联系人 李主任 内容 …". Pure. */
export function readOffer(text: string): Omit<Offer, 'id' | 'unitId' | 'unitName' | 'pitches'> {
  const { head, fields } = readFields(text, LABELS);
  const sum = readAmounts(fields.sought ?? '')[0];
  const right = sum && !sum.malformed && !sum.negative && !sum.tooLarge && sum.currency === 'CNY';
  return {
    name: head,
    sought: right ? (sum.wan as Amount) : null,
    chain: fields.chain ?? null,
    site: fields.site ?? null,
    contact: fields.contact ?? null,
    summary: fields.summary ?? null,
  };
}
