import { allWords, firstWord, type Hit, lexicon } from './lexicon.ts';
import { anyOf } from './matches.ts';
import { COUNTIES } from './words/counties.ts';
import { CITIES_ABROAD, COUNTRIES, DESTINATIONS, REGIONS_ABROAD } from './words/countries.ts';
import { CITIES, PROVINCES } from './words/regions.ts';

/** One sign for each place of a text, so that a pattern need not know them all: a city, where firms build, any other. */
const CITY = '\ue001';
const GOAL = '\ue002';
const OTHER = '\ue003';
const THERE = `[${CITY}${GOAL}${OTHER}]`;
const ANY = lexicon([
  ...CITIES_ABROAD.map((word) => [word, CITY] as const),
  ...[...DESTINATIONS, ...REGIONS_ABROAD].map((word) => [word, GOAL] as const),
  ...COUNTRIES.map((word) => [word, OTHER] as const),
]);

/** Not what is built at home with a country's name: 德国工业园, 日本商品城. */
const NAMED_AFTER = '(?!工业园|产业园|企业|中小|商|风情|小镇|城|街|式|馆|料理)';

const PLANT = anyOf([
  // 在波兰建厂, 赴泰国投资, 在法国某地投了1亿欧元
  new RegExp(
    `(?:在|于|赴|往)(?:[^，,。；;]{0,6})?${THERE}(?!的|以外|之外|本土|举|召|签|考察|招商|总部|企业|集团|公司|客商|商会)(?:(?!签|举行|召开|考察|招商|总部|企业|集团|公司)[^，,。；;]){0,14}(?:投资|投了|投[\\d约]|建厂|设厂|办厂|建设|设立|新建|开工|工厂|基地|产业园|举行了?(?:开工|奠基|投产))`,
  ),
  new RegExp(`${THERE}[^。；;]{0,16}在当地[^，,。；;]{0,4}(?:建|设厂|投|办厂)`),
  new RegExp(`在${THERE}(?:建|设|办|盖|开)[^，,。；;]{0,16}(?:厂|基地|产线|生产线|园)`),
  new RegExp(`在${THERE}的[^，,。；;]{0,16}(?:工厂|基地|投资|项目|园区)`),
  new RegExp(
    `(?:扩建|新建|翻建|改建|兴建|扩大?)(?:其|在|位于)?${THERE}${NAMED_AFTER}[^，,。；;]{0,8}(?:厂|基地|园|通道|中心|产线|项目)`,
  ),
  new RegExp(`(?:留在|${THERE})${THERE}?(?:本土|境内)(?!以外|的?企业)|${THERE}(?:工厂|基地|子公司)项目`),
  new RegExp(`其(?:位于|在)?${THERE}[^，,。；;]{0,12}(?:工厂|基地)`),
  new RegExp(`(?<=[\\u4e00-\\u9fff]{2})${THERE}(?:新?工厂|新?厂|生产基地|基地|园)(?:开工|投产|奠基|建设|正式|竣工)`),
  /赴[澳美德英法日韩俄越泰印](?!招商|考察|开展|举|推介|参)[^，,。；;]{0,8}(?:项目|投资|建厂|设厂)/,
  new RegExp(`在${THERE}(?:竣工|投产|开工|奠基|建成|启用|投用|点火)`),
  new RegExp(
    `(?:工厂|项目|基地|产线|厂)[^，,。；;]{0,3}(?:选在|选址|落在|位于|建在|设在|落户|落子)(?:在|于)?${THERE}${NAMED_AFTER}`,
  ),
  new RegExp(`用于${THERE}(?!的?(?:企业|客商|独资))[^，,。；;]{0,20}(?:建设|工厂|基地)`),
  new RegExp(`${CITY}[州省市]?(?:超级)?(?:工厂|生产基地|基地|厂)`),
  new RegExp(`${GOAL}(?:[东西南北中]部|[一-龥]{2,4}[省州])[^，,。；;公商企]{0,16}项目`),
  new RegExp(
    `对${THERE}[^，,。；;]{0,4}子公司|对(?:${THERE}|[美欧日韩印外])(?:直接)?投资(?!者|商|企业|环境)|(?:是|在)${THERE}(?:的|呢)?(?=[\\s，,。！!]|$)`,
  ),
]);

const HOME = lexicon(
  [...PROVINCES, ...CITIES, ...COUNTIES].filter((word) => word.length > 1).map((word) => [word, word] as const),
);
const OURS =
  /[我本全该][省市县区镇]|园区|开发区|高新区|经开区|新区|保税区|[在来赴]华|[在到对]中国|中国(?:市场|大陆|总部|工厂|基地)|国内|人民币|工业园/;
const INTO = /[在赴于到往去入]$/;
const OF_THERE = /^(?:[本当]地|建|设|投|办|开|的?(?:新?工?厂|基地|项目|园)|[州省市])/;

/** What the places of a text speak for: one abroad is named, firms usually build there, something happens there, and so at home. */
export interface Places {
  readonly named: boolean;
  readonly goal: boolean;
  /** A city, or a part of a country, abroad: where something is done rather than where somebody is from. */
  readonly city: boolean;
  readonly there: boolean;
  readonly home: boolean;
  /** A plant abroad, which is no inward investment. */
  readonly plant: boolean;
}

const NO_PLACES: Places = { named: false, goal: false, city: false, there: false, home: false, plant: false };

/** 法国默兹省, 巴西巴伊亚州. */
const PART_OF_A_COUNTRY = /^(?![和与跟同在来驻赴])[\u4e00-\u9fff]{2,5}[省州](?![长委])/;
/** 来自东京, 总部位于慕尼黑, 万柏林. */
const FROM_THERE = /(?:来自|总部[在位]?于?|从|万)$/;
/** 大阪那家企业, 首尔客商, 悉尼先驱报: who is from there, or tells it. */
const OF_SOMEBODY =
  /^(?:的?(?:企业|公司|客商|商人|老板|老总|集团|总部|人|独资|株式会社|资|某|[一那这]家|驻|籍|华侨|侨|朋友|方|商会|协会|先驱报|消息|电|证券|交易所|上市|大学|银行)|那边[^，,]{0,4}[来想]|[\u4e00-\u9fff]{2,8}(?:公司|集团|会社))/;

/** 莫斯塔尔北边的风电场, 埃斯基尔斯蒂纳基地: a word spelled after its sound, where something stands. */
const STRANGE =
  /[阿埃艾爱安昂奥巴贝本比宾波伯博布查茨达戴丹道德登迪第蒂丁杜顿多厄恩尔法菲费芬佛弗福盖甘冈戈格哈赫吉加贾杰卡凯坎康考科克肯库夸拉莱兰朗劳勒雷里利连伦罗洛马迈曼梅蒙米密明莫姆穆纳奈内尼涅宁纽努诺帕派潘佩彭皮平普契奇恰乔切钦琼丘萨塞桑瑟森什舍施史舒斯索塔泰坦特滕提廷通图托瓦万威韦维文沃乌西希锡夏谢雅亚延扬耶叶伊因尤泽扎兹]{4,9}(?:[省州市]|附近|旁边|[东南西北]边|那[边个]|的?[^，,。；;\s]{0,4}(?:工厂|厂(?![商家房])|基地|车间|农场|电站|矿))/;

/** Whether a place is told of that is spelled after its sound. */
export const isStrange = (plain: string): boolean => STRANGE.test(plain);

/** The text with a sign in the place of each place. */
function signed(plain: string, places: readonly Hit<string>[]): string {
  const pieces = places.map(({ start, value }, at) => plain.slice(places[at - 1]?.end ?? 0, start) + value);
  return pieces.join('') + plain.slice(places.at(-1)?.end ?? 0);
}

/** Reads what the places of a text speak for. */
export function placesAbroad(plain: string): Places {
  if (firstWord(ANY, plain) === null) return NO_PLACES;
  const places = allWords(ANY, plain);
  return {
    named: true,
    goal: places.some(({ value }) => value !== OTHER),
    city: places.some(
      ({ start, end, value }) =>
        (value === CITY || PART_OF_A_COUNTRY.test(plain.slice(end, end + 8))) &&
        !FROM_THERE.test(plain.slice(Math.max(0, start - 4), start)) &&
        !OF_SOMEBODY.test(plain.slice(end, end + 12)),
    ),
    there: places.some(
      ({ start, end }) => INTO.test(plain.slice(start - 1, start)) || OF_THERE.test(plain.slice(end, end + 4)),
    ),
    home: OURS.test(plain) || firstWord(HOME, plain) !== null,
    plant: /境外(?:投资|合作)?项目/.test(plain) || PLANT.test(signed(plain, places)),
  };
}
