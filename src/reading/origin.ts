import { firstWord, lexicon, wordAt } from './lexicon.ts';
import { matches } from './matches.ts';
import type { Prepared } from './prepared.ts';
import { COUNTIES } from './words/counties.ts';
import { COUNTRIES, ORIGIN_LETTERS, OVERSEAS_CHINA } from './words/countries.ts';
import { AREAS, CITIES, PROVINCES } from './words/regions.ts';

const PLACES_ABROAD = [...COUNTRIES, ...OVERSEAS_CHINA];
const ABROAD = PLACES_ABROAD.join('|');
const HOME = [...PROVINCES, ...CITIES, ...AREAS].join('|');
const LETTERS = Object.keys(ORIGIN_LETTERS).join('');
const KIND =
  '(?:上市|民营|知名|著名|独资|跨国|高科技|科技|百年|老牌|世界|500强|半导体|汽车|汽车零配件|商用车|造纸|精密|检测)*';

/** A way of saying where somebody is from, with cheap signs that the text may say it at all: the places it needs and a word. */
interface OriginRule {
  readonly needs: 'home' | 'abroad' | 'either' | 'no place';
  readonly sign?: RegExp;
  readonly pattern: RegExp;
}

const ABROAD_WORDS = lexicon(PLACES_ABROAD.map((word) => [word, word] as const));
const HOME_WORDS = lexicon([...PROVINCES, ...CITIES, ...AREAS].map((word) => [word, word] as const));
const WHO = /企业|客商|商人|籍|商会|老板|投资人|客户|代表团|厂家|那边|总(?![投部量额产计共和])/;

const RULES: readonly OriginRule[] = [
  {
    needs: 'either',
    sign: /总部/,
    pattern: new RegExp(`总部(?:位于|设在|设于|在)(?<place>${ABROAD}|${HOME})(?:的|，)`),
  },
  {
    needs: 'abroad',
    pattern: new RegExp(
      `(?<place>${ABROAD})(?:著名|知名|最大)?[^，,。；;在的等]{0,24}?(?:企业|集团|公司|株式会社|巨头|龙头|客商|商人|老板|代表团|考察团|客户|客人|药企|车企|品牌|老牌|总部|那家|那边|[\\u4e00-\\u9fff]{1,2}(?:生|总|社长|常务|代表)(?=$|[\\s，,\\d])|冠军|商会|财团|资本|(?:经营|供应|制造|运营|服务|零售|开发|生产|贸易|经销|厂|设备|零部件|材料|芯片|仪器|集成|[\\u4e00-\\u9fff]{2})商(?![务贸业会议场局厦品标])|[\\u4e00-\\u9fff]{2}厂(?![房区商])|投资促进局|贸促|使馆|大使|总领事|州长)`,
    ),
  },
  {
    needs: 'home',
    sign: WHO,
    pattern: new RegExp(
      `(?<place>${HOME})(?:省|市)?(?:${KIND}|著名|上市)*(?:企业家?|客商|商人|籍|商会|老板|投资人|客户|代表团|厂家|那边|[一-龥]总(?!投|部|量|额|产|计|共|和))`,
    ),
  },
  {
    needs: 'either',
    sign: /(?:的|那边|那个|一家|有家|来的)[^，,。；;\s]{0,10}(?:老板|客商|客户|企业|公司|厂|总)/,
    pattern: new RegExp(
      `(?<place>${HOME}|${ABROAD})(?:[\\u4e00-\\u9fff]{2}(?=的))?(?:的|那边的?|那个|一家|有家|来的)[^，,。；;\\s]{0,10}?(?:老板|客商|客户|企业|公司|厂家|厂|[\\u4e00-\\u9fff]总(?![投部量额产计共和]))`,
    ),
  },
  {
    needs: 'either',
    sign: /过来|来[的\d一二两三四五六七八九十几]|人|那[家个边]|[做搞产卖养种干佬搬迁]|的(?:$|[\s，,。；;嗯啊])/,
    pattern: new RegExp(
      `(?<place>${HOME}|${ABROAD})(?:(?:那边|这边)?(?:那[家个](?=做|搞|企业|公司|老板|[\\u4e00-\\u9fff]{2})|(?:过来|来)的(?=[\\s，,。；;）)]|$)|过来(?=[\\s，,。；;]|$)|来[\\d一二两三四五六七八九十几]+[个位家人]|[人佬](?=$|[\\s，,。；;嫌说想要来])|(?:[\\u4e00-\\u9fff]{2})?的(?=[\\s，,。；;嗯啊）)]|$))|(?:市|那边)?(?:专门)?(?:做|搞|生产|卖|养|种|干)[^，,。；;\\s]{1,10}的|(?:市|县)?(?:整厂|整体)?(?:搬|迁)(?=[迁到来过，,\\s]|$))`,
    ),
  },
  { needs: 'no place', sign: /老美/, pattern: /(?<letter>(?<=老)美)(?=$|[\s，,。；;的）)])/ },
  { needs: 'either', sign: /独资/, pattern: new RegExp(`(?<place>${ABROAD}|${HOME})独资`) },
  { needs: 'home', sign: /在/, pattern: new RegExp(`在(?<place>${HOME})(?:做|开厂|办厂|经商|打拼|创业|经营|搞)`) },
  {
    needs: 'either',
    sign: /[来进]自/,
    pattern: new RegExp(`(?<!原油|原料|资金|设备|产品|订单|货物|客户)(?:来|引进)自(?<place>${ABROAD}|${HOME})`),
  },
  {
    needs: 'no place',
    sign: /[资商企方]/,
    pattern: new RegExp(
      `(?<letter>[${LETTERS}])(?:方(?=[\\u4e00-\\u9fff])(?!向|案|面|式|法|便|圆|言|形|正)|资(?!金|源|本|产|料|质)|商(?!务|贸|业|会议|场|局|厦|品|标)|企(?!业|图))(?!银行|局|委|会)`,
    ),
  },
  {
    needs: 'abroad',
    sign: /[(（]/,
    pattern: new RegExp(`[\\u4e00-\\u9fffA-Za-z][(（](?<place>${ABROAD})[)）](?!有限|股份|公司|集团)`),
  },
  { needs: 'abroad', sign: /[A-Z]/, pattern: new RegExp(`(?<place>${ABROAD})(?=[A-Z][A-Za-z]+)`) },
];
const NOT_FROM = /(?:在|比|赴|到|于|往|采用|引进|出口|去|来|放|落|进军|位于|落户|服务|销往|建设|新建|扩建|设立|我)$/;
const NOT_THEIRS = /^(?:市场|政府|设备|技术|进口|工艺|标准|等国|分公司|地区|境内|路|大道)/;

/** Whether a word is a place and nothing more. */
export const isPlace = (name: string): boolean =>
  isOnlyPlaces(name) ||
  COUNTIES.has(stripPlace(name) || name) ||
  /^[\u4e00-\u9fff]{1,6}(?:[省市县区镇乡村旗州盟]|新城|新区)$/.test(name);

const PLACES = lexicon([...PLACES_ABROAD, ...PROVINCES, ...CITIES, ...AREAS].map((word) => [word, word] as const));

/** Where the place that begins here ends, with 省 or 市 behind it; the same place where none begins. */
function afterPlace(name: string, at: number): number {
  const end = wordAt(PLACES, name, at)?.end ?? at;
  return end > at && /^[省市]/.test(name.charAt(end)) ? end + 1 : end;
}

/** 浙江宁波, 河北省石家庄市: places in a row and nothing else. */
function isOnlyPlaces(name: string): boolean {
  let at = 0;
  for (let next = afterPlace(name, at); next > at; next = afterPlace(name, at)) {
    at = next + (/^(?:自治区|地区|州)/.exec(name.slice(next, next + 3))?.[0].length ?? 0);
  }
  return at > 0 && /^[省市县区镇乡]?$/.test(name.slice(at));
}

/** A name of a project without the place at its head. */
export const stripPlace = (name: string): string => {
  const start = name.startsWith('中国') ? 2 : 0;
  const end = afterPlace(name, start);
  return end > start ? name.slice(end) : name;
};

/**
 * Where the investor comes from: a country before the name, a place before 企业, 客商 or 某总, 来自…, or 台资, 港商, 浙商. A
 * place that is only part of a registered name does not count. Null where the text does not say.
 */
export function readOrigin(prepared: Prepared, company: string | null): string | null {
  const { plain } = prepared;
  const beside = besideName(plain, company);
  if (beside !== null) return beside;
  const home = firstWord(HOME_WORDS, plain) !== null;
  const abroad = firstWord(ABROAD_WORDS, plain) !== null;
  const named = { home, abroad, either: home || abroad, 'no place': true };
  for (const { needs, sign, pattern } of RULES) {
    const match = named[needs] && (sign?.test(plain) ?? true) ? pattern.exec(plain) : null;
    if (!match) continue;
    const place = match.groups?.place ?? ORIGIN_LETTERS[match.groups?.letter ?? ''];
    const end = match.index + (match.groups?.place?.length ?? 2);
    const ahead = plain.slice(Math.max(0, match.index - 3), match.index);
    if (place === undefined || (NOT_FROM.test(ahead) && !(/引进$/.test(ahead) && /[商人板]$/.test(match[0])))) continue;
    if (NOT_THEIRS.test(plain.slice(end, end + 4)) || isRegistered(match[0])) continue;
    return place;
  }
  return (prepared.chatty ? toldAlone(plain) : null) ?? countyOf(plain) ?? (prepared.lead ? placeAlone(plain) : null);
}

/** 霍姆（芬兰） 制造基地, 洛蒂斯 荷兰 3000万欧, 泉州做雨鞋 想扩厂, 衢州老周: in chat a place in brackets or at the head of a piece. */
const ALONE = new RegExp(
  `[\\u4e00-\\u9fffA-Za-z][(（](?:(?<sure>${ABROAD}|(?:${HOME})(?=的))的?|(?<bracket>${HOME}))[)）](?!有限|股份|公司)|(?:^|\\s)(?<token>${ABROAD})(?=$|\\s)|(?:^|[\\s】：:])(?<maker>${HOME}|${ABROAD})\\s?(?:做(?=[\\u4e00-\\u9fff])|老(?:周|李|王|张|陈|刘|林|黄|吴|徐|孙|朱|赵|杨)(?=$|[\\s，,]))`,
);

const toldAlone = (plain: string): string | null => {
  const match = ALONE.exec(plain);
  const { bracket, sure, token, maker } = match?.groups ?? {};
  // 格电（眉山）想扩建: a place at home in brackets may be where the firm is now, unless it builds elsewhere.
  const elsewhere = match && firstWord(HOME_WORDS, plain, match.index + match[0].length) !== null;
  return sure ?? (bracket !== undefined && elsewhere ? bracket : undefined) ?? token ?? maker ?? null;
};

/** 铭泰 轴承套圈 1.2亿 浙江: in a lead a place that stands alone is where the investor is from. */
const placeAlone = (plain: string): string | null =>
  plain
    .split(/[\s，,。；;：:！!、]+/)
    .find(isOnlyPlaces)
    ?.replace(/(?<=..)[省市]$/, '') ?? null;

/** 平度老板, 乐清的客商. */
function countyOf(plain: string): string | null {
  for (const match of matches(COUNTY, plain)) {
    const [, three = ''] = match;
    const place = [three, three.slice(1)].find((name) => COUNTIES.has(name));
    if (place !== undefined && !NOT_FROM.test(plain.slice(Math.max(0, match.index - 3), match.index))) return place;
  }
  return null;
}

const COUNTY = /([\u4e00-\u9fff]{2,3})(?:那边)?的?(?=老板|客商|商人|厂家|过来(?:$|[\s，,])|做[^，,\s]{1,8}的)/g;

const isRegistered = (text: string): boolean => /有限公司$|^(?:华|中)/.test(text);

/** 烟台的东诚药业. */
const OF_HOME = new RegExp(`(?<place>${HOME})(?:省|市)?(?:那边|这边)?的(?:一家|一个|那个|那家)?$`);

/** "德国" right before the first of the company's names. */
function besideName(plain: string, company: string | null): string | null {
  const at = company === null ? -1 : plain.indexOf(company.split('、')[0] ?? company);
  if (at < 2) return null;
  const head = plain.slice(Math.max(0, at - 14), at).replace(/(?:籍|企业|公司|独资)$/, '');
  const home = OF_HOME.exec(head)?.groups?.place;
  if (home !== undefined && !NOT_FROM.test(head.slice(0, head.lastIndexOf(home)))) return home;
  const place = PLACES_ABROAD.find((each) => head.endsWith(each));
  return place !== undefined && !NOT_FROM.test(head.slice(0, head.length - place.length)) ? place : null;
}
