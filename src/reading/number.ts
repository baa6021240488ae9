import { type Decimal, decimal } from '../domain/money/decimal.ts';
import { readNumeral } from './chinese-number.ts';
import { shift, sum } from './decimal-shift.ts';

/** A number of a text with its scale (万, 亿 …) worked in, exact; a range has a lower and an upper bound. */
export interface NumberSpan {
  readonly start: number;
  /** After the scale and words like 多 and 余. */
  readonly end: number;
  readonly low: Decimal;
  readonly high: Decimal | null;
  /** 万 or 亿 was written. */
  readonly scaled: boolean;
  /** Written in Chinese numerals, wholly. */
  readonly chinese: boolean;
  /** 多, 余, 来, 几 inside. */
  readonly vague: boolean;
  readonly negative: boolean;
  /** 1.2.3, 1,23: looks like a number and is none; `low` is "0". */
  readonly malformed: boolean;
  /** More than 15 digits before the point; `low` is "0". */
  readonly tooLarge: boolean;
}

const ZERO = decimal('0');
const TOKEN =
  /[一二两三四五六七八九]个半(?=[万亿])|[1-9]千[1-9]百(?:[1-9]十)?[1-9]?(?=[万亿])|[1-9][千百][1-9]十[1-9]?(?=[万亿])|[百千](?=把[万亿人亩号个])|(?<=[近超过逾])(?=亿(?:元|美元|欧元|[的，,。；;\s]|$))|(?<![\d.,:：月年/a-z-])(?:[1-9] \d{3}(?= ?(?:[万億亿](?!吨)|平方米|㎡))|[1-9]\d{1,2} \d{3}(?= ?(?:平方米|㎡)))|\d+(?:,\d+)*(?: ?\. ?\d+)*|[零〇一壹二贰两兩俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟点點半]+/g;
const TOKEN_HERE = new RegExp(TOKEN.source, 'y');
const NUMERALS = new Set('0123456789零〇一壹二贰两兩俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟点點半');
const SCALE =
  /( ?)([多余來来几好把]?)( ?个?)([多余來来]?)([百千][多余来几]万|百万|千万|十万|万亿|千亿|百亿|十亿|亿|億|(?<!个)[万萬]|千|百|[wW](?![a-zA-Z\d光伏功率峰])|(?<=\d)[eE](?=$|[\s，,。；;]))?([多余來来几]?)/y;
const POWER: ReadonlyMap<string, number> = new Map(
  Object.entries({
    百: 2,
    千: 3,
    万: 4,
    萬: 4,
    e: 8,
    E: 8,
    w: 4,
    W: 4,
    十万: 5,
    百万: 6,
    千万: 7,
    亿: 8,
    億: 8,
    十亿: 9,
    百亿: 10,
    千亿: 11,
    万亿: 12,
  }),
);
const TAIL =
  /([一二三四五六七八九半]|[1-9](?!,\d{3})(?=$|[\s,，。;；!！?？)）元块左建新做投搞办扩购买设]))(?=$|\d{1,2}[月.]|[\s,，。;；:：、!！?？()（）【】[\]|/含算连带元块美欧港左上以出不的多来变建新做投搞办扩购买设主生开引落在拟计将已先其占要需是为和及与了吧呢啊哦吗打准想预达搬签租征]|用(?!户)|分(?=[两二三四五六几多]?(?:期|阶段|批|年|步)))/y;
const RANGE = / ?(?:-|~|至|到|—) ?/y;
const RANGE_AHEAD = new Set(' -~至到—');
const NEGATIVE = /(?:^|[^\d万亿元%a-z])[-−]$/i;

interface Part {
  readonly value: Decimal;
  readonly power: number;
  readonly end: number;
  readonly vague: boolean;
  readonly malformed: boolean;
  readonly tooLarge: boolean;
  readonly chinese: boolean;
  readonly second: Decimal | null;
}

/**
 * Every number of a text whose digits are folded to half width, in order, with scales, sums (3亿5000万), spoken tails
 * (两亿六) and ranges (20-25亿) put together. Linear: each character is looked at a bounded number of times.
 */
export function readNumbers(text: string): readonly NumberSpan[] {
  const found: NumberSpan[] = [];
  let at = 0;
  for (let match = nextToken(text, at); match; match = nextToken(text, at)) {
    at = match.index + match[0].length;
    const first = partAt(text, match.index, match[0]);
    if (!first) continue;
    const span = spanFrom(text, match.index, first);
    found.push(span);
    at = Math.max(span.end, match.index + 1);
  }
  return found;
}

function nextToken(text: string, from: number): RegExpExecArray | null {
  TOKEN.lastIndex = from;
  return TOKEN.exec(text);
}

function partAt(text: string, start: number, token: string): Part | null {
  const digits = isDigit(token) && !/[千百十]/.test(token);
  const { unit, end, vague } = scaleAt(text, start + token.length);
  const power = POWER.get(unit) ?? 0;
  const place = { power, end, vague, chinese: !digits };
  if (!digits) return chinesePart(token.replace(/[1-9]/g, inChinese), unit, place);
  if (isMalformed(token)) return part(place, ZERO, 'malformed');
  const plain = /[, ]/.test(token) ? token.replace(/[, ]/g, '') : token;
  const point = plain.indexOf('.');
  if ((point < 0 ? plain.length : point) > 15) return part(place, ZERO, 'too large');
  return part(place, shift(decimal(plain), power));
}

/** Where a number ends, and what its scale says. */
type Place = Pick<Part, 'power' | 'end' | 'vague' | 'chinese'>;

/** Every field by name: spreading objects costs more than reading the number. */
const part = (
  { power, end, vague, chinese }: Place,
  value: Decimal,
  fault: 'malformed' | 'too large' | null = null,
  second: Decimal | null = null,
): Part => ({
  value,
  power,
  end,
  vague: vague || second !== null,
  malformed: fault === 'malformed',
  tooLarge: fault === 'too large',
  chinese,
  second,
});

/** 9千7百万: the digits of a numeral whose units are written out. */
export const inChinese = (digit: string): string => '〇一二三四五六七八九'.charAt(Number(digit));

const isDigit = (token: string): boolean => token >= '0' && token < ':';

/** What a scale, and what stands between it and its number, begins with. */
const SCALE_AHEAD = new Set(' 多余來来几好把个百千十万亿億萬wWeE');

/** The scale right behind a number, with words like 多 and 余; where nothing of it stands, the number's own end. */
function scaleAt(text: string, after: number): { unit: string; end: number; vague: boolean } {
  if (!SCALE_AHEAD.has(text.charAt(after))) return { unit: '', end: after, vague: false };
  SCALE.lastIndex = after;
  const match = SCALE.exec(text);
  const unit = (match?.[5] ?? '').replace(VAGUE, '');
  const before = match?.[2] ?? '';
  if (match === null || unit === '')
    return { unit, end: after + (/^[多余来把]/.test(before) && match?.[1] === '' ? 1 : 0), vague: VAGUE.test(before) };
  return { unit, end: after + match[0].length, vague: VAGUE.test(match[0]) };
}

const VAGUE = /[多余來来几好把]/;

const isMalformed = (token: string): boolean =>
  token.indexOf('.') !== token.lastIndexOf('.') ||
  (token.includes(',') && !/^\d{1,3}(?:,\d{3})+(?: ?\. ?\d+)?$/.test(token));

function chinesePart(token: string, unit: string, place: Place): Part | null {
  const { power } = place;
  if (token.length > 24) return part(place, ZERO, 'too large');
  if (token === '') return part(place, shift(decimal('1'), power));
  const half = token.endsWith('半') ? /^(.*?)个?半$/.exec(token) : null;
  if (half && unit !== '') {
    const whole = half[1] === '' ? ZERO : readNumeral(half[1] ?? '');
    return whole === null || whole.includes('.') ? null : part(place, shift(decimal(`${whole}.5`), power));
  }
  const pair = token.length > 3 ? null : /^([一二两三四五六七八九])([二两三四五六七八九])(十|百|千|)$/.exec(token);
  if (pair && (unit !== '' || pair[3] !== '')) {
    const low = readNumeral(`${pair[1]}${pair[3]}`);
    const high = readNumeral(`${pair[2]}${pair[3]}`);
    if (low === null || high === null || Number(low) >= Number(high)) return null;
    return part(place, shift(low, power), null, shift(high, power));
  }
  const value = readNumeral(token);
  return value === null ? null : part(place, shift(value, power));
}

function spanFrom(text: string, start: number, first: Part): NumberSpan {
  const whole = withSum(text, first);
  const second = whole.second === null ? upperBound(text, whole) : null;
  const scaled = whole.power >= 4 || (second?.power ?? 0) >= 4;
  const low = second ? scaledAs(whole, second) : whole.value;
  return {
    start,
    end: second?.end ?? whole.end,
    low,
    high: whole.second ?? second?.value ?? null,
    scaled,
    chinese: whole.chinese && (second?.chinese ?? true),
    vague: whole.vague || (second?.vague ?? false),
    negative: isNegative(text, start),
    malformed: whole.malformed || (second?.malformed ?? false),
    tooLarge: whole.tooLarge || (second?.tooLarge ?? false),
  };
}

function isNegative(text: string, start: number): boolean {
  const sign = text.charAt(start - 1);
  return sign === '负' || ((sign === '-' || sign === '−') && NEGATIVE.test(text.slice(Math.max(0, start - 2), start)));
}

/** 1120万8000美元: what is left below 万 counts single units, where the money is named at once; 一万四千八百四十七 is spelled out. */
const UNITS = /^(?:[元圆刀]|[美欧日港韩][元金圆币])/;

/** 3亿5000万, 一亿五千万, 两亿六: what follows a scale at once and is smaller belongs to it. */
function withSum(text: string, first: Part): Part {
  if (first.power < 4 || first.vague || first.malformed || first.tooLarge) return first;
  TAIL.lastIndex = first.end;
  const tail = TAIL.exec(text);
  if (tail) {
    const written = tail[1] ?? '';
    const digit = /^[1-9]$/.test(written) ? decimal(written) : written === '半' ? decimal('5') : readNumeral(written);
    if (digit !== null) return { ...first, value: sum(first.value, shift(digit, first.power - 1)), end: first.end + 1 };
  }
  const next = tokenAt(text, text.charAt(first.end) === '零' ? first.end + 1 : first.end);
  if (!next || next.part.malformed || next.part.power >= first.power) return first;
  const spelled = first.chinese && next.part.chinese && /[千百十]/.test(text.slice(first.end, next.part.end));
  if (
    next.part.power < 4 &&
    !(first.power === 4 && (spelled || UNITS.test(text.slice(next.part.end, next.part.end + 2))))
  )
    return first;
  const both = {
    ...first,
    power: next.part.power,
    value: sum(first.value, next.part.value),
    end: next.part.end,
    vague: next.part.vague,
  };
  return next.part.power === 4 ? { ...withSum(text, both), power: first.power } : { ...both, power: first.power };
}

/** 20-25亿, 5千到8千万: the lower bound takes what it lacks of the upper one's scale. */
const scaledAs = (low: Part, bound: Part): Decimal =>
  low.power >= 4 || bound.power <= low.power
    ? low.value
    : shift(low.value, low.power > 0 && bound.power >= 4 + low.power ? 4 : bound.power);

function upperBound(text: string, low: Part): Part | null {
  if (!RANGE_AHEAD.has(text.charAt(low.end))) return null;
  RANGE.lastIndex = low.end;
  const gap = RANGE.exec(text);
  if (!gap) return null;
  const next = tokenAt(text, low.end + gap[0].length);
  if (!next || next.part.malformed || next.part.tooLarge || next.part.second !== null) return null;
  const bound = withSum(text, next.part);
  const lower = scaledAs(low, bound);
  return Number(lower) < Number(bound.value) ? bound : null;
}

function tokenAt(text: string, at: number): { part: Part } | null {
  if (!NUMERALS.has(text.charAt(at))) return null;
  TOKEN_HERE.lastIndex = at;
  const match = TOKEN_HERE.exec(text);
  const part = match ? partAt(text, at, match[0]) : null;
  return part ? { part } : null;
}
