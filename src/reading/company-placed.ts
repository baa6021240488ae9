import { type Candidate, isName } from './company-phrase.ts';
import { isOrdinaryWord, isUnknown } from './dictionary.ts';
import { matches } from './matches.ts';
import { isPlace, stripPlace } from './origin.ts';
import type { Prepared } from './prepared.ts';
import { productLength, startsWithProduct } from './product.ts';
import { COUNTIES } from './words/counties.ts';
import { KNOWN_FIRMS } from './words/known-firms.ts';

const KNOWN = new Set(KNOWN_FIRMS.split(' '));
/** What is said of a firm right behind the place of its works. */
const DOES =
  /^[县市区旗]?(?:$|[大小新老]?[一-龥]{0,4}(?:厂|基地|项目|总部|中心|[一二三四]期)|加(?=[\d一二三四五六七八九])|增资|追加|扩|签|云签|开工|动工|奠基|投产|终止|建|要|拟|投|[\d一二两三四五六七八九])/;
const NOBODY =
  /^(?:今|昨|明|后|前|上|下|本|这|那|我|你|他|老|小|各|全|已|更正|报告|汇报|通知|领导|大家|书记|县长|市长)/;

/** The place at the head of a text, a city or a county, as its length; 0 where none stands there. */
const placeLength = (text: string): number =>
  text.length - stripPlace(text).length || [3, 2].find((length) => COUNTIES.has(text.slice(0, length))) || 0;

/** In chat a firm right before the place where it builds: 神威陇西颗粒厂, 凯迪大荔垃圾发电, 或 耕宇 巴南 卫星 2亿. */
export function byPlaced({ plain, chatty, amounts }: Prepared): Candidate[] {
  if (!chatty) return [];
  const pieces = matches(/[^\s，,。；;：:！!？?、】]+/g, plain);
  const [first, second, third] = pieces;
  const apart =
    first !== undefined && second !== undefined && third !== undefined && amounts.length > 0 && isPlaced(first[0]);
  const named =
    apart && placeLength(second[0]) === second[0].length && (productLength(third[0]) >= 2 || isUnknown(first[0]));
  const glued = pieces.flatMap(({ 0: piece, index }) => {
    const length = [2, 3, 4].find((each) => isGlued(piece.slice(0, each), piece.slice(each)));
    return length === undefined ? [] : [{ names: [piece.slice(0, length)], at: index, score: 2.5 }];
  });
  return named ? [...glued, { names: [first[0]], at: first.index, score: 2.5 }] : glued;
}

function isGlued(head: string, rest: string): boolean {
  const length = placeLength(rest);
  if (length < 2 || !isPlaced(head) || !(KNOWN.has(head) || isUnknown(head))) return false;
  const behind = rest.slice(length);
  return DOES.test(behind) || startsWithProduct(behind.replace(/^[县市区旗]/, ''));
}

const isPlaced = (name: string): boolean =>
  /^[\u4e00-\u9fff]{2,4}$/.test(name) &&
  !NOBODY.test(name) &&
  !isPlace(name) &&
  !startsWithProduct(name) &&
  (isName(name) || isOrdinaryWord(name)) &&
  !/[在去到来赴从对与和跟同就被把由的那这]$/.test(name);
