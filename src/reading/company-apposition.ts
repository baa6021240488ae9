import { type Candidate, isName, trimName } from './company-phrase.ts';
import { isNameLike, isUnknown } from './dictionary.ts';
import { matches } from './matches.ts';
import { isPlace, stripPlace } from './origin.ts';
import type { Prepared } from './prepared.ts';
import { startsWithProduct } from './product.ts';
import { COMMON_OWN } from './words/company-cuts.ts';

const WORD = '[\\u4e00-\\u9fffA-Za-z]';
const START = '(?:^|[\\s，,。；;！!】：:])';
const WHOSE =
  '[台港澳日韩美德法英外民央国侨][资企](?![料源金产质])|[台港侨外]商|[\\u4e00-\\u9fff]{2,3}(?:独资|民企|国企|上市公司)|[\\u4e00-\\u9fff]{2,4}的(?=$|[\\s，,。；;])|(?:专门)?(?:做|搞|生产)[^\\s，,。；;]{1,10}的(?=$|[\\s，,。；;])';

/** 澜启(港企)跟…, 北岛制作所 日资, 沐颐 做鸭货的: a word with whose or what it is right behind it. */
const TOLD = new RegExp(`${START}(${WORD}{2,8})(?:\\s?[(（]|[\\s，,]+)(?:${WHOSE})`, 'g');

/** 七岭（广东）遵义 4亿, KLM(日企), 禾聿（东营的）: a name with where it is from in brackets. */
const FROM = new RegExp(
  `${START}(${WORD}{2,10})[(（](?:([\\u4e00-\\u9fff]{2,4}?)(?:的|来的)?|[日韩德美法英台港外][企资商]|老美)[)）](?!有限|股份|公司)`,
  'g',
);

/** 泽鹏又打了一笔, 泽鹏汇了第二笔: a name like a firm's, of which something is told. */
const OF_WHICH = new RegExp(
  `${START}([\\u4e00-\\u9fff]{2,4}?)(?=又[\\u4e00-\\u9fff]|那[边个]|汇了|第[一二三](?:期|笔)|首笔|[一二三四]季度|占地|土地|下料|桩|卡在|增资|的(?:股东|合同|设备|协议|补充|能评|环评|社长|人))`,
  'g',
);

/** 锦鹿投 分两期, 锦鹿投的. */
const PUTS = new RegExp(`[\\s，,。；;](${WORD}{2,5})投(?:的|建)?(?=$|[\\s，,。；;])`, 'g');

/** 西塘老街 沛颐的 六亿: whose it is stands alone. */
const OWNS = new RegExp(`[\\s，,](${WORD}{2,4})的(?=$|[\\s，,])`, 'g');

/** 禾聿兴化那个冷库: a name with the place of its works. */
const AT_PLACE = new RegExp(`${START}(${WORD}{4,9})(?:那[个边块]|这个|项目|[工新]?厂)`, 'g');

const NO_FIRM =
  /^(?:今|昨|明|前|上|下|本|这|那|我|你|他|早|晚|大家|收|好|请|刚|已|有|没|在|要|想|看|跟|和|与|签|到|去|来|老|新|一|二|三|两|总|共|计划|准备|打算|主要|都|全|先|再|就|也|还|又)|老板|客商|客户|企业|公司$|项目$|朋友|同学|老乡|[镇乡县市区村局办组科站人家]$|^.总$|线索|投资|招商|政府|园区|领导|书记/;

/** In chat a name with what is told of it in apposition, with who puts in the money, or with the place of its works. */
export function byApposition({ plain, chatty }: Prepared): Candidate[] {
  if (!chatty) return [];
  const sound = (name: string) =>
    name.length >= 2 && !NO_FIRM.test(name) && !startsWithProduct(name) && !COMMON_OWN.test(name) && isName(name);
  const owners = [...matches(PUTS, plain), ...matches(OWNS, plain)].filter(({ 1: word = '' }) => isUnknown(word));
  const told = [...matches(TOLD, plain), ...owners].map((match) => ({
    name: trimName(match[1] ?? ''),
    at: match.index,
    score: 4,
  }));
  const from = matches(FROM, plain).flatMap(({ 1: word = '', 2: place, index }) =>
    place === undefined || isPlace(place) ? [{ name: trimName(word), at: index, score: 4.5 }] : [],
  );
  const subjects = matches(OF_WHICH, plain).flatMap(({ 1: word = '', index }) =>
    isNameLike(word) && !isPlace(word) ? [{ name: word, at: index, score: 1.5 }] : [],
  );
  const placed = matches(AT_PLACE, plain).map((match) => ({
    name: beforePlace(match[1] ?? ''),
    at: match.index,
    score: 2,
  }));
  return [...told, ...from, ...subjects, ...placed].flatMap(({ name, at, score }) =>
    sound(stripPlace(name)) ? [{ names: [name], at, score }] : [],
  );
}

/** The word before a place that ends the run: 禾聿 in 禾聿兴化; nothing where none does. */
function beforePlace(run: string): string {
  for (let cut = 2; cut <= Math.min(5, run.length - 2); cut += 1)
    if (isPlace(run.slice(cut)) && !isPlace(run.slice(0, cut))) return run.slice(0, cut);
  return '';
}
