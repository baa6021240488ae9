import { allWords, firstWord, lexicon } from './lexicon.ts';
import { anyOf } from './matches.ts';
import { COUNTIES } from './words/counties.ts';
import { CITIES_ABROAD, COUNTRIES, DESTINATIONS, REGIONS_ABROAD } from './words/countries.ts';
import { CITIES, PROVINCES } from './words/regions.ts';

const PLACES = [...COUNTRIES, ...CITIES_ABROAD, ...REGIONS_ABROAD];
const ANY = lexicon(PLACES.map((word) => [word, word] as const));
const THERE = PLACES.join('|');
const CITY = CITIES_ABROAD.join('|');

/** Not what is built at home with a country's name: 德国工业园, 日本商品城. */
const NAMED_AFTER = '(?!工业园|产业园|企业|中小|商|风情|小镇|城|街|式|馆|料理)';

const PLANT = anyOf([
  // 在波兰建厂, 赴泰国投资, 在法国某地投了1亿欧元
  new RegExp(
    `(?:在|于|赴|往)(?:[^，,。；;]{0,6})?(?:${THERE})(?!的|以外|之外|本土|举|召|签|考察|招商|总部|企业|集团|公司|客商|商会)(?:(?!签|举行|召开|考察|招商|总部|企业|集团|公司)[^，,。；;]){0,14}(?:投资|投了|投[\\d约]|建厂|设厂|办厂|建设|设立|新建|开工|工厂|基地|产业园|举行了?(?:开工|奠基|投产))`,
  ),
  new RegExp(`在(?:${THERE})(?:建|设|办|盖|开)[^，,。；;]{0,16}(?:厂|基地|产线|生产线|园)`),
  new RegExp(`在(?:${THERE})的[^，,。；;]{0,16}(?:工厂|基地|投资|项目|园区)`),
  new RegExp(
    `(?:扩建|新建|翻建|改建|兴建|扩大?)(?:其|在|位于)?(?:${THERE})${NAMED_AFTER}[^，,。；;]{0,8}(?:厂|基地|园|通道|中心|产线|项目)`,
  ),
  new RegExp(`(?:留在|(?:${THERE}))(?:${THERE})?(?:本土|境内)(?!以外|的?企业)|(?:${THERE})(?:工厂|基地|子公司)项目`),
  new RegExp(`其(?:位于|在)?(?:${THERE})[^，,。；;]{0,12}(?:工厂|基地)`),
  new RegExp(
    `(?<=[\\u4e00-\\u9fff]{2})(?:${THERE})(?:新?工厂|新?厂|生产基地|基地|园)(?:开工|投产|奠基|建设|正式|竣工)`,
  ),
  new RegExp(`在(?:${THERE})(?:竣工|投产|开工|奠基|建成|启用|投用|点火)`),
  new RegExp(`用于(?:${THERE})(?!的?(?:企业|客商|独资))[^，,。；;]{0,20}(?:建设|工厂|基地)`),
  new RegExp(`(?:${CITY})[州省市]?(?:超级)?(?:工厂|生产基地|基地|厂)`),
  new RegExp(
    `对(?:${THERE})[^，,。；;]{0,4}子公司|对(?:${THERE}|[美欧日韩印外])(?:直接)?投资(?!者|商|企业|环境)|(?:是|在)(?:${THERE})(?:的|呢)?(?=[\\s，,。！!]|$)`,
  ),
]);

const HOME = lexicon(
  [...PROVINCES, ...CITIES, ...COUNTIES].filter((word) => word.length > 1).map((word) => [word, word] as const),
);
const OURS =
  /[我本全该][省市县区镇]|园区|开发区|高新区|经开区|新区|保税区|[在来赴]华|[在到对]中国|中国(?:市场|大陆|总部|工厂|基地)|国内|人民币|工业园/;
/** Where firms build rather than come from. */
const GOALS = new Set([...DESTINATIONS, ...CITIES_ABROAD, ...REGIONS_ABROAD]);
const INTO = /[在赴于到往去入]$/;
const OF_THERE = /^(?:[本当]地|建|设|投|办|开|的?(?:新?工?厂|基地|项目|园)|[州省市])/;

/** What the places of a text speak for: one abroad is named, firms usually build there, something happens there, and so at home. */
export interface Places {
  readonly named: boolean;
  readonly goal: boolean;
  readonly there: boolean;
  readonly home: boolean;
  /** A plant abroad, which is no inward investment. */
  readonly plant: boolean;
}

const NO_PLACES: Places = { named: false, goal: false, there: false, home: false, plant: false };

/** Reads what the places of a text speak for. */
export function placesAbroad(plain: string): Places {
  if (firstWord(ANY, plain) === null) return NO_PLACES;
  const places = allWords(ANY, plain);
  return {
    named: true,
    goal: places.some(({ value }) => GOALS.has(value)),
    there: places.some(
      ({ start, end }) => INTO.test(plain.slice(start - 1, start)) || OF_THERE.test(plain.slice(end, end + 4)),
    ),
    home: OURS.test(plain) || firstWord(HOME, plain) !== null,
    plant: PLANT.test(plain),
  };
}
