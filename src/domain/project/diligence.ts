import type { CalendarDate } from '../calendar/date.ts';

/** How strong an investor is found to be. */
export type Strength = '强' | '中' | '弱';
/** How risky it is found to be to deal with. */
export type Risk = '无' | '低' | '中' | '高';

/** What was found of an investor (尽调): by whom, on which day, by what source. */
export interface Diligence {
  readonly strength: Strength;
  readonly risk: Risk;
  /** Registered capital, parent, lawsuits, as told. */
  readonly words: string | null;
  readonly source: string | null;
  readonly on: CalendarDate;
  readonly by: string;
}

/** What is told of a look at an investor. */
export type Told = Pick<Diligence, 'strength' | 'risk' | 'words' | 'source'>;

const STRENGTH = /(?:(?:资信)?实力|资金实力)\s*[:：]?\s*(?:比较|较|很)?(雄厚|强|中等?|一般|弱|差)/;
const RISK = /风险\s*[:：]?\s*(?:较|很|比较)?(没有|无|低|小|中等?|一般|高|大)|(无|没有|低|中|高)风险/;
const SOURCE = /(?:来源|查询渠道|据)\s*[:：]?\s*([^，,。；;\s]{2,40})/;
const STRENGTHS: Readonly<Record<string, Strength>> = { 雄: '强', 强: '强', 中: '中', 一: '中', 弱: '弱', 差: '弱' };
const RISKS: Readonly<Record<string, Risk>> = {
  ...{ 没: '无', 无: '无', 低: '低', 小: '低', 中: '中', 一: '中', 高: '高', 大: '高' },
};

/** "实力强 风险低 注册资本5000万，被执行1起已结 来源 公示系统"; null when it lacks how strong or how risky. */
export function readDiligence(text: string): Told | null {
  const strong = STRENGTH.exec(text);
  const risky = RISK.exec(text);
  const strength = STRENGTHS[strong?.[1]?.charAt(0) ?? ''];
  const risk = RISKS[(risky?.[1] ?? risky?.[2])?.charAt(0) ?? ''];
  if (!strength || !risk) return null;
  const source = SOURCE.exec(text);
  const words = [strong?.[0], risky?.[0], source?.[0]]
    .reduce<string>((left, part) => (part ? left.replace(part, ' ') : left), text)
    .replace(/^[\s，,。；;、]+|[\s，,。；;、]+$/g, '')
    .replace(/\s{2,}/g, ' ');
  return { strength, risk, words: words.slice(0, 400) || null, source: source?.[1] ?? null };
}
