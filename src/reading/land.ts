import { type Area, area, compare, exact, round } from '../domain/money/decimal.ts';
import { foldDigits } from './clean.ts';
import { inChinese, type NumberSpan, readNumbers } from './number.ts';

/** Land written in a text, in 亩. */
export interface LandSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 亩; from 平方米 it is rounded to two places, from 公顷 and 平方公里 exact. */
  readonly mu: Area;
  /** Written in 亩, not converted. */
  readonly direct: boolean;
  /** Floors and buildings are measured in 平方米 too: the unit alone does not say that it is land. */
  readonly unit: '亩' | '公顷' | '平方公里' | '平方米';
}

const UNIT =
  /\s?(亩(?![数均产])|公顷|平方公里|平方千米|km²|km2|平方米|平米|平方|平(?=$|[\s，,。；;、地])|㎡|m²|m2|方(?!案|面|式|可|米))/iy;
/** No project has more land; a greater number is something else. */
const MOST = area('1000000');
/** 万元/亩 and 300万/亩 are intensities. */
const PER = /^(?:\s?[/／]|每)/;

/** Every area of a text in order. 1 公顷 = 15 亩, 1 平方公里 = 1500 亩, 1 亩 = 2000/3 平方米. */
export function readLands(text: string): readonly LandSpan[] {
  const folded = foldDigits(text);
  return landsOf(text, folded, readNumbers(folded));
}

/** As {@link readLands}, where the text's numbers are read already. */
export function landsOf(text: string, folded: string, numbers: readonly NumberSpan[]): readonly LandSpan[] {
  return numbers.flatMap((number) => {
    if (number.malformed || number.tooLarge || number.negative) return [];
    UNIT.lastIndex = number.end;
    const match = UNIT.exec(folded);
    if (number.low === '1' && /[万元块] ?$/.test(folded.slice(Math.max(0, number.start - 2), number.start))) return [];
    if (!match || PER.test(folded.slice(UNIT.lastIndex, UNIT.lastIndex + 2))) return [];
    const unit = unitOf(match[1] ?? '');
    const tenths = unit === '亩' ? tenthsAt(folded, number.end + match[0].length) : 0;
    const end = number.end + match[0].length + (tenths > 0 ? 1 : 0);
    const mu = tenths > 0 ? trim(round(exact(number.low).add(tenths / 10), 6)) : inMu(number, unit);
    return mu === '0' || compare(mu, MOST) > 0
      ? []
      : [{ start: number.start, end, text: text.slice(number.start, end), mu, direct: unit === '亩', unit }];
  });
}

/** 八亩半, 十二亩八, 三亩九分地: tenths of a 亩 said behind it; 0 where none are. */
function tenthsAt(folded: string, at: number): number {
  const said = TENTHS.exec(folded.slice(at, at + 3))?.[1] ?? '';
  return said === '半' ? 5 : Math.max('〇一二三四五六七八九'.indexOf(said.replace(/\d/, inChinese)), 0);
}
const TENTHS = /^(半|[1-9一二三四五六七八九](?=分?地|分?(?:$|[\s，,。；;、）)])))/;

function unitOf(word: string): LandSpan['unit'] {
  if (word === '亩' || word === '公顷') return word;
  return /公里|千米|km/i.test(word) ? '平方公里' : '平方米';
}

function inMu(number: NumberSpan, unit: LandSpan['unit']): Area {
  const value = exact(number.low);
  switch (unit) {
    case '亩':
      return area(number.low);
    case '公顷':
      return trim(round(value.mul(15), 6));
    case '平方公里':
      return trim(round(value.mul(1500), 6));
    case '平方米':
      return trim(round(value.mul(3).div(2000), 2));
  }
}

const trim = (text: string): Area => area(text);
