import { isInside, isRegistered, isRegisteredName, registeredPieces, standsAlone } from './company-registered.ts';
import { isNameLike, isOrdinaryWord } from './dictionary.ts';
import { matches } from './matches.ts';
import { isPlace, placeInside, stripOrigin, stripPlace } from './origin.ts';
import { DIRECTION, productFrom, productLength, startsWithProduct } from './product.ts';
import {
  LEFT_CUT,
  NO_FIRMS_WORK,
  NO_NAME,
  NOT_IN_NAMES,
  NOT_INVESTOR,
  RIGHT_CUT,
  SCENE,
} from './words/company-cuts.ts';
import { LEGAL_FORM, PLAIN_TRADE, TRADE } from './words/company-endings.ts';
import { COUNTIES } from './words/counties.ts';
import { KNOWN_FIRMS } from './words/known-firms.ts';
import { BUSINESS_TITLES, SURNAMES } from './words/surnames.ts';

/** A possible investor: joint ones in the order of the text, where they stand, and how telling the place is. */
export interface Candidate {
  readonly names: readonly string[];
  readonly at: number;
  readonly score: number;
}

const CHARACTER = 'A-Za-z0-9\\u4e00-\\u9fff*&·.—\\-';
/** The characters at which a name ends, by their codes. */
const STOPS = stopsOf(new RegExp(`[^${CHARACTER}（）()、 \\u00c0-\\u024f]`));
const LEGAL_END = new RegExp(`(?:${LEGAL_FORM})$`);
const TRADE_END = new RegExp(`(?:${TRADE})$`);
const OUTER = /^[\s!！?？.\-—、)）”"*<>=+]+|[\s.\-—(（“"的!！]+$/g;

function stopsOf(stop: RegExp): Uint8Array {
  return Uint8Array.from({ length: 65_536 }, (_, code) => (stop.test(String.fromCharCode(code)) ? 1 : 0));
}

/** Where the clause begins in which a place lies; at most 60 characters back. */
export function clauseStart(plain: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 60 && STOPS[plain.charCodeAt(start - 1)] === 0) start -= 1;
  if (at - start < 60) return start;
  const part = plain.slice(start, at).search(/[、（(]/);
  return part < 0 ? start : start + part + 1;
}

/** Where what a company does begins behind its name. */
export function rightCut(phrase: string): number {
  const match = RIGHT_CUT.exec(phrase.slice(2));
  return match ? match.index + 2 : phrase.length;
}

/** The companies of a phrase: cut on both sides, parted where several are joined. */
export function namesIn(whole: string): readonly string[] {
  const phrase = whole.replace(FUNDED, '');
  const registered = registeredPieces(phrase).flatMap(parted).map(trimName).filter(isName);
  if (registered.length > 0) return registered;
  const cut = namesUpTo(upToLegalForm(phrase.slice(0, rightCut(phrase))));
  if (cut.length > 0) return cut;
  const own = namesUpTo(phrase.slice(0, Math.max(phrase.indexOf('的'), 0)));
  return own.length > 0 || !phrase.includes('是') ? own : namesUpTo(phrase.slice(phrase.lastIndexOf('是') + 1));
}

/** Who puts money into a firm is not the firm: 甲、乙联合领投的丙. */
const FUNDED = /^.*[领跟参]投的?/;

/** 甲（宜兴）有限公司污泥处置装备: what stands behind a registered name is the project's. */
const upToLegalForm = (phrase: string): string =>
  (phrase.includes('有限') ? REGISTERED.exec(phrase)?.[1] : undefined) ?? phrase;

const REGISTERED = /^(.*?(?:有限责任公司|股份有限公司|有限公司))(?=[^、与和及).）]{2})(?!.*公司)/;
const JOINED =
  /、|(?<=公司|集团|股份|会社)(?:与|和|及|以及)|(?<=公司|集团|股份|会社|[^、与和及]{4})(?:与|和|及)(?=[^、与和及]{4,}(?:公司|集团|股份|会社)$)/;

/** The registered names of a piece; 和 in 中和科技有限公司 joins nothing. */
function parted(piece: string): readonly string[] {
  const parts = piece.split(JOINED);
  return parts.slice(1).every((part) => !isRegistered(part) || standsAlone(part)) ? parts : [piece];
}

function namesUpTo(right: string): readonly string[] {
  if (right.length < 2) return [];
  const pieces = /[、与和及]/.test(right) ? right.split(JOINED) : [right];
  const names = pieces.map((piece) => companyPart(trimName(piece))).filter(isName);
  if (pieces.length === 1 || names.length === pieces.length) return names;
  return names.filter((name) => endsLikeCompany(name)).slice(-1);
}

const OFFICE = /开发区|经开区|高新区|新区|园区|政府|委员会/;

/** The investor's part of a project's name (西门子 in 西门子医疗深圳新基地); a name that ends like a company stays whole. */
export function companyPart(raw: string): string {
  const name = raw.replace(OUTER, '');
  if (endsLikeCompany(name)) return name;
  if (name.length <= 4 || LEGAL_END.test(name)) return name;
  const bare = stripPlace(name);
  const product = productFrom(bare, 2);
  const place = placeInside(bare);
  const end = Math.min(product < 0 ? bare.length : product, place < 0 ? bare.length : place);
  const own = bare.slice(0, end).replace(OUTER, '');
  if (OFFICE.test(bare.slice(0, end + 3))) return '';
  if (end < bare.length && (SCENE.test(own) || NO_FIRMS_WORK.test(bare.slice(end)))) return '';
  if (place > end && !KNOWN.has(own) && endsLikeCompany(bare.slice(0, place))) return bare.slice(0, place);
  return end === bare.length ? name : startsWithProduct(own) ? '' : own;
}

/** Ends with a legal form, or with a trade behind a name of its own (not 储能电池, 大石化). */
export function endsLikeCompany(name: string): boolean {
  if (LEGAL_END.test(name)) return true;
  const trade = TRADE_END.exec(name);
  const own = trade ? stripPlace(name.slice(0, trade.index)) : '';
  return own.length >= 2 && own.length <= 8 && !/\d/.test(own) && !startsWithProduct(own);
}

/** 记者 张明）: a bracket that was opened before. */
const DATELINE = /^[（(]?[^（()）]*[）)](?=.{2})/;

/** Without what stands before the name. */
export function trimName(raw: string): string {
  let start = 0;
  let last = 0;
  const registered = isRegistered(raw);
  for (const match of matches(LEFT_CUT, raw)) {
    const end = match.index + match[0].length;
    if (raw.length - end < 2) continue;
    last = end;
    if (!registered || (standsAlone(raw.slice(end)) && !isInside(raw.slice(start, match.index), match[0]))) start = end;
  }
  if (registered && !isRegisteredName(raw.slice(start))) start = last;
  return stripOrigin(
    raw
      .slice(start)
      .replace(DATELINE, '')
      .replace(/^[\s.\-—、）)“”"*]+|[\s.\-—（(“”"]+$/g, ''),
  );
}

const KNOWN = new Set(KNOWN_FIRMS.split(' '));
const PERSON = new RegExp(
  `^[小老阿](?:${SURNAMES})$|^(?:${SURNAMES})[\\u4e00-\\u9fff]{0,2}(?:${BUSINESS_TITLES})(?<![\\u4e00-\\u9fff]{2}工)$|^(?:${SURNAMES})(?:总|董|老板|经理|先生|女士)(?![部院会公])`,
);

/** 锂业公司, 汽车集团: a trade with a legal form, and no name. */
const OF_A_TRADE = new RegExp(`^(?:[\\u4e00-\\u9fff]{1,2}业|${PLAIN_TRADE})(?:公司|集团|企业)$`);

/** 远东电缆, 中南高科: a part of the country and a trade are a name. */
const OF_A_REGION = new RegExp(`^${DIRECTION}(?:${TRADE})$`);

/** 钢铁制品集团, 驱动器, 液化: what a firm makes, with or without a legal form behind it. */
const isOnlyGoods = (name: string): boolean => {
  const own = name.replace(/(?:集团|公司|企业)$/, '');
  const goods = own.replace(/^[A-Za-z0-9]+/, '');
  if (goods.length > 5 && productLength(goods) === goods.length) return true;
  return (
    !/有限|股份/.test(name) && !OF_A_REGION.test(name) && productLength(own) >= own.length - (own.length > 4 ? 1 : 0)
  );
};

/** 宜兴紫砂壶: what a county makes. */
const isOfCounty = (name: string): boolean =>
  name.length > 3 && COUNTIES.has(name.slice(0, 2)) && productLength(name.slice(2)) === name.length - 2;

/** Whether a piece of text can be the name of an investor at all. */
export function isName(name: string): boolean {
  if (
    KNOWN.has(name) ||
    /^中[铁建交冶核][一二三四五六七八九十]{1,3}局(?:集团)?$|^中国.{2,8}(?:集团|总公司)$/.test(name)
  )
    return true;
  if (isRegistered(name)) return isRegisteredName(name);
  if (name.length < 2 || name.length > 30 || NO_NAME.test(name) || NOT_INVESTOR.test(name)) return false;
  if (OF_A_TRADE.test(name) || NOT_IN_NAMES.test(name) || PERSON.test(name) || RIGHT_CUT.exec(name)?.index === 0)
    return false;
  if (/^(?:[兆千百吉]+[瓦级]|平方米|平米|公里)/.test(name)) return false;
  if (
    /[\u4e00-\u9fff]\s+[\u4e00-\u9fff\d]/.test(name) ||
    isOnlyGoods(name) ||
    (isOfCounty(name) && !TRADE_END.test(name))
  )
    return false;
  if (
    (/^(?:[\d.\s]+|[一二两三四五六七八九十百千点半]+个?[亿万])/.test(name) || isPlace(name)) &&
    !/公司|集团/.test(name)
  )
    return false;
  if (!/[A-Za-z\u4e00-\u9fff]{2}/.test(name.replace(LEGAL_END, '')) || /^[（(][^）)]*$/.test(name)) return false;
  return !isOrdinaryWord(name) || isNameLike(name);
}
