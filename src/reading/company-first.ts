import { type Candidate, isName } from './company-phrase.ts';
import { matches } from './matches.ts';
import { isPlace } from './origin.ts';
import type { Prepared } from './prepared.ts';
import { productLength } from './product.ts';

/** What is said in a lead and names nobody. */
const SAYS =
  /[的了想要有在来做搞投签谈说把被吗呢吧啊个那这]|一家|介绍|推荐|引荐|联系|项目|招商|对接|考察|线索|意向|储备|客商|企业|工厂$|基地$|[厂园区镇乡村局]$/;
/** What sort of lead it is, said before the investor. */
const ABOUT = /^(?:外资|内资|外商|民企|央企|国企|新签|在谈|意向|线索|储备|签约|新增|重点|重大|工业|农业|.{1,3}招商)$/;
const NAME = /^[A-Za-z\u4e00-\u9fff·&]{2,8}$/;

/** In what is said to be a lead the first piece that stands alone is the investor: 柚之健 蜜柚深加工 8000万. Places before it are skipped. */
export function byFirst({ plain, lead }: Prepared): Candidate[] {
  if (!lead) return [];
  const pieces = matches(/[^\s，,。；;：:！!、]+/g, plain).filter(({ 0: word }) => !isPlace(word) && !ABOUT.test(word));
  const word = pieces[0]?.[0] ?? '';
  const sound = pieces.length > 1 && NAME.test(word) && !SAYS.test(word) && productLength(word) < 2 && isName(word);
  return sound ? [{ names: [word], at: pieces[0]?.index ?? 0, score: 4 }] : [];
}
