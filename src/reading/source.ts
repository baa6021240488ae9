import { SURNAMES } from './words/surnames.ts';

/** How a lead came: the method, one of ten, and who introduced it. */
export interface Source {
  readonly method: string | null;
  readonly referrer: string | null;
}

const OTHER_NAMES: readonly (readonly [name: string, method: string])[] = [
  ['乡情招商', '情感招商'],
  ['亲情招商', '情感招商'],
  ['驻外招商', '驻点招商'],
];
const NAMED = /以商招商|产业链招商|驻点招商|委托招商|中介招商|节会招商|云招商|资本招商|飞地招商|情感招商/;
const INTRODUCED =
  /(?<!据)介绍(?!，|,|说|：|:|称|。)|牵的线|搭的[线桥]|领来|带来[一个的]|荐来|引来的?|引的(?=$|[\s，,])|引见|带的路|报的线索|引荐|牵线|推荐|推的|推过来|推来|搭桥|引进来的|拉来|撮合/;
const METHODS: readonly (readonly [method: string, pattern: RegExp])[] = [
  ['委托招商', /委托[^，,。]{0,12}(?:招商|引荐|介绍|引进)/],
  [
    '中介招商',
    /(?:中介|咨询公司|咨询机构|第三方机构|会计师事务所|律所|仲量联行|毕马威|普华永道|德勤|安永|戴德梁行|世邦魏理仕|会计所|招商代理)[^，,。]{0,12}(?:推荐|介绍|引荐|牵线|对接|荐来|报的线索)/,
  ],
  [
    '情感招商',
    /(?:老乡|校友|同乡|乡贤|同学|战友|乡友|在外乡亲|亲戚)[^，,。]{0,12}(?:介绍|引荐|牵线|推荐|推的|推来|推过来|拉来|带来|搭桥|找过来)|引老乡|同学会|(?:回乡|返乡)(?:投资|创业)/,
  ],
  [
    '以商招商',
    /(?:商会|协会|商协会|企业|公司|老总|老板|集团|[台港浙苏闽粤徽鲁]商|[一-龥]总)[^，,。]{0,10}(?:介绍|引荐|牵线|推荐|搭桥|领来)(?![，,说。])/,
  ],
  ['驻点招商', /驻[一-龥]{1,6}?(?:招商|联络|办事)(?:组|处|队|分局|专员|小分队|办)|驻点/],
  ['产业链招商', /链主|链长|给[^，,。\s]{2,8}(?:做)?配套的/],
  ['资本招商', /(?:引导|产业|母|股权|投资)基金[^，,。]{0,12}(?:投|领投|跟投|招引|带动|引进|返投)/],
  ['云招商', /云上?签|视频会?签|线上签|网上?签约?|云洽谈|视频连线(?!“?云?开工)|云推介|云招/],
  ['飞地招商', /飞地(?!经济政策)/],
  [
    '节会招商',
    /推介会|推介大会|招商(?:引资)?推介(?!会)|投资说明会|旅投大会|投资大会|经贸合作活动|经贸活动|系列招商活动|招商周|市情说明|洽谈会|恳谈会|博览会|招商会|投洽会|进博会|广交会|交易会|展会|投资大会|贸洽会|儒商大会|招商大会|对接会|服贸会|高交会|糖酒会|[一-龥]博会|[一-龥]洽会|[一-龥]交会(?![处口点于])|[一-龥]贸会|参展/,
  ],
];
/** The ten methods, by name. */
export const SOURCE_METHODS: readonly string[] = METHODS.map(([method]) => method);
const KIN = '(?:我|他|她)?(?:[表堂][哥弟姐妹叔]|舅舅|舅子|小舅子|姐夫|妹夫|姑父|姨父|叔叔|连襟|亲家|发小|老同学)';
const AGENTS =
  '毕马威|普华永道|德勤|安永|麦肯锡|仲量联行|戴德梁行|世邦魏理仕|高力国际|第一太平戴维斯|[一-龥]{2,4}(?:会计所|会计师事务所|律所|律师事务所)';
const WHO = new RegExp(
  `(?:由|经|通过|是|(?:老乡|同乡|校友|战友)会?的?|朋友|乡贤)?(?<who>[一-龥A-Za-z（）()]{0,12}?(?:商会|协会|工商联|公司|集团|(?:${SURNAMES})[一-龥]{0,2}(?:总|董|会长|经理|老板|主任|先生|女士|秘书长|局长|书记|工|姐|哥|叔|老师|博士|教授)|[老阿](?:${SURNAMES}|[一-龥](?=带))|${KIN}|${AGENTS}))(?:帮忙|给|帮|热心|从中)?(?:介绍(?!，|,|说|：|:|称|。)|引荐|牵线|牵的线|推荐|搭桥|搭的[线桥]|领来|带来[一个的]|荐来|引来|引的(?=$|[\\s，,])|引见|带的路|报的线索)`,
);

const PARTY = `(?:[一-龥]{2,12}?(?:商会|协会|公司|集团)|(?:${SURNAMES})[一-龥]{1,2}(?=$|[^一-龥]|[和与及](?:${SURNAMES})[一-龥]))(?:\\s*[（(][^（）()]{1,12}[）)])?`;
const SHARE = '\\s*\\d{1,3}(?:\\.\\d{1,4})?\\s*(?:%|％|成)';
/**
 * "推荐人：王建国", "引荐人李明（企业家）60%、王强 40%": everybody who is named there, with their kinds and shares as written. Behind
 * a comma or a blank only somebody with a share is another one.
 */
const LABELLED = new RegExp(
  `(?:推荐人|引荐人|介绍人|推介人)[:：是为\\s]*(?<who>${PARTY}(?:${SHARE})?(?:\\s*[、/和与及]\\s*${PARTY}(?:${SHARE})?|[，,；;\\s]\\s*${PARTY}${SHARE})*)`,
);
const TIE = '(?:[一-龥]{0,4}(?:老乡|同乡|校友|战友|同学|乡贤|朋友|村民))?';
/** "王建国推荐" where a clause of its own says so, "由老乡王建国引荐的…". */
const PERSON = new RegExp(
  `(?:^|[，,。；;、\\s])(?:由|经|通过|是)?${TIE}(?<who>(?:老|小)(?:${SURNAMES})|(?:${SURNAMES})[一-龥]{1,2}?)(?:同志|帮忙)?(?:推荐|介绍|引荐|牵线|推)(?:的|来的|过来的|而来)?(?=$|[，,。；;、\\s]|那)`,
);
const THROUGH = new RegExp(
  `(?:由|经|通过)${TIE}(?<who>(?:${SURNAMES})[一-龥]{1,2}?)(?:同志)?(?:推荐|引荐|牵线|介绍(?=的|来|过来|而来))`,
);

/** The source of a lead, named or told by who brought it. */
export function readSource(plain: string): Source {
  const named = NAMED.exec(plain)?.[0] ?? OTHER_NAMES.find(([name]) => plain.includes(name))?.[1] ?? null;
  const told = METHODS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  const rule = INTRODUCED.test(plain) ? [LABELLED, WHO, PERSON, THROUGH].find((one) => one.test(plain)) : undefined;
  const who = rule?.exec(plain)?.groups?.who ?? null;
  return {
    method: named ?? told,
    referrer: who === null ? null : who.replace(/^(?:由|经|通过|是|(?:老乡|同乡|校友|战友)会?|朋友|乡贤)+/, ''),
  };
}
