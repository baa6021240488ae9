import { type Candidate, isName, trimName } from './company-phrase.ts';
import { matches } from './matches.ts';
import { isPlace, placeInside, stripPlace } from './origin.ts';
import type { Prepared } from './prepared.ts';
import { startsWithProduct } from './product.ts';
import { COMMON_OWN } from './words/company-cuts.ts';

const PIECE = /[^，,。；;：:！!？?\s“”"]{4,40}/g;
const WORKS =
  /^[\u4e00-\u9fff]{1,3}?[省市县区]?[A-Za-z\d\u4e00-\u9fff·]{0,14}?(?:新?厂|基地|项目|中心|总部|[一二三四五]期|园|子?公司|产线|生产线|广场|装置|超级工厂)/;

/** A name with the place of its works right behind it: 岚桥轮胎盐城厂, KLM滁州三期厂房. */
export function bySite({ plain }: Prepared): Candidate[] {
  return matches(PIECE, plain).flatMap((match) => {
    const [piece] = match;
    const at = placeInside(piece);
    if (at < 2 || at > 14 || !WORKS.test(piece.slice(at))) return [];
    const name = trimName(piece.slice(0, at));
    const own = stripPlace(name);
    const sound =
      own.length >= 2 &&
      own.length <= 8 &&
      !/[在于到赴从将对至及和与]$|\d$/.test(name) &&
      !isPlace(name) &&
      !startsWithProduct(own) &&
      !COMMON_OWN.test(own) &&
      isName(name);
    return sound ? [{ names: [name], at: match.index, score: 2.5 }] : [];
  });
}
