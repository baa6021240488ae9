import { type Candidate, companyPart, isName, rightCut, trimName } from './company-phrase.ts';
import { isOrdinaryWord, isUnknown, wordsOf } from './dictionary.ts';
import { allWords, lexicon } from './lexicon.ts';
import { matches } from './matches.ts';
import { stripPlace } from './origin.ts';
import type { Prepared } from './prepared.ts';
import { DIRECTION, productFrom, productLength, startsWithProduct } from './product.ts';
import { COMMON_OWN, NO_FIRMS_WORK, SCENE } from './words/company-cuts.ts';
import { PLAIN_TRADE, TRADE } from './words/company-endings.ts';
import { COUNTIES } from './words/counties.ts';
import { COUNTRIES, OVERSEAS_CHINA } from './words/countries.ts';
import { OF_SUM, STARTED, STARTED_AT_ALL } from './words/investor-places.ts';
import { KNOWN_FIRMS } from './words/known-firms.ts';
import { CITIES, PROVINCES } from './words/regions.ts';
import { BUSINESS_TITLES, SURNAMES } from './words/surnames.ts';

const GOES_ON =
  /^(?:物流|园|产业|基地|站|小镇|[+]|综合|加工|一体|港|城|谷|质|链|商贸城|商城|组件|材料|医药|技|制药|协会|商会|领域|行业|板块|集群|机械|装备)/;
const TRADES = lexicon(TRADE.split('|').map((word) => [word, word] as const));
const PLAIN = new Set(PLAIN_TRADE.split('|'));
const ONLY_DIRECTION = new RegExp(`^${DIRECTION}$`);
const LETTERS = /[A-Za-z\u4e00-\u9fff]{2,12}$/;

/** 告诉大家一下兴隆(玻纤): of a long run in chat the last word is the name. */
function lastWord(head: string): string {
  if (head.length <= 4 || stripPlace(head).length <= 4) return head;
  const parts = [...wordsOf(head)].map(({ segment }) => segment);
  let name = '';
  while (parts.length > 0 && name.length < 2) name = (parts.pop() ?? '') + name;
  return PLAIN_SPEECH.test(name) ? head : name;
}

/** A short name that ends with its trade: 湖北亚祥家具 定制…, 翔榕置业投的, 金源化工的安评. A weaker sign in a newspaper's sentence. */
export function byTrade({ plain, chatty }: Prepared): Candidate[] {
  let from = 0;
  return allWords(TRADES, plain).flatMap(({ start, end, value }) => {
    const before = LETTERS.exec(plain.slice(Math.max(from, start - 12), start))?.[0];
    if (before === undefined || GOES_ON.test(plain.slice(end, end + 3))) return [];
    from = end;
    const at = start - before.length;
    if (!chatty && PLAIN.has(value) && !isSubject(plain, at, end)) return [];
    const trimmed = trimName(before + value).slice(0, -value.length);
    const head = chatty ? lastWord(trimmed) : trimmed;
    if (cutsKnown(plain, start - head.length, end)) return [];
    const own = stripPlace(head);
    const goods = startsWithProduct(own) && !(chatty && ONLY_DIRECTION.test(own));
    if (SCENE.test(own) && OF_A_SCENE.test(value)) return [];
    if ((own === '' && head.length >= 2) || (OF_A_PLACE.test(value) && COUNTIES.has(own)))
      return ACTS.test(plain.slice(end, end + 3)) ? [{ names: [head + value], at, score: 3 }] : [];
    const sound =
      own.length >= 2 &&
      own.length <= 5 &&
      !COUNTED.test(own) &&
      !goods &&
      !COMMON_OWN.test(own) &&
      rightCut(head + value) > head.length;
    const name = head + value;
    return sound && isName(name) ? [{ names: [name], at, score: chatty ? 5 : 2 }] : [];
  });
}

const OF_A_PLACE =
  /^(?:光伏|风电|风能|储能|文旅|旅游|水产|石材|农业|畜牧|果蔬|茶叶|物流|冷链|商业|水务|纺织|服装|建材|陶瓷)$/;
const OF_A_SCENE = /^(?:风电|风能|光伏|文旅|旅游|水务|环境|能源|电力|新能源|矿业|生物|农业)$/;

/** 100万套家纺: what is counted is no name. */
const COUNTED = /^[万亿千百]*[吨套台件只辆头条锭米方瓦兆吉]/;

/** 日照钢铁要…, 重庆啤酒拟…: a place and a trade are a firm where they do something. */
const ACTS = /^(?:要[在来投建上搞]|想|拟|准备|打算|计划[投在建]|公告|宣布|签了|追加|增资)/;

/** At the head of a clause, with a verb or a number behind it. */
const isSubject = (plain: string, at: number, end: number): boolean =>
  (at === 0 || /[，,。；;：:\s]/.test(plain.charAt(at - 1))) &&
  /^(?:第|首|[一二三]期|\d|拟|将|在|与|和|计划|投资|增资|签|新建|扩建|完成|取得|获|摘|竞|正式|已|宣布|公告|项目|官微|官宣|消息|发布|董事|称|回应)/.test(
    plain.slice(end, end + 2),
  );

const REGION = [...PROVINCES, ...CITIES].join('|');
const REGION_AHEAD = new RegExp(`(?:^|[\\s，,。；;：:])((?:${REGION}))$`);
const KNOWN = lexicon(KNOWN_FIRMS.split(' ').map((name) => [name, name] as const));
/** 日本电产汽车马达: a known firm's name ends inside, so that 电产汽车 is none. */
const cutsKnown = (plain: string, from: number, to: number): boolean =>
  allWords(KNOWN, plain.slice(Math.max(0, from - 4), to)).some(
    (hit) => hit.start < Math.min(4, from) && hit.end > Math.min(4, from),
  );

const ORDINARY = new Set(KNOWN_FIRMS.split(' ').filter(isOrdinaryWord));
const CUSTOMER = /(?:为|给|向|供应|配套|客户|收购|原|前)$/;
/** 修正改造, 三星级: a firm called like a plain word is one only where a firm would stand. */
const OF_A_FIRM = /^(?:集团|公司|股份|药业|电子|项目|[一二三四]期|在|与|拟|将|投|增|签|新建|扩建)/;
const SUPPLIED = /^(?:等|的?(?:供应商|配套|供货|客户|股权|代工))/;

/** 宁波 before 拓普, where a firm of that place is meant: at the head of a clause. */
const withRegion = (plain: string, at: number): string =>
  REGION_AHEAD.exec(plain.slice(Math.max(0, at - 4), at))?.[1] ?? '';

/** A firm that everybody knows. Only a weak sign: it may be a customer or a neighbour. */
export function byKnown({ plain }: Prepared): Candidate[] {
  const bureaus = matches(BUREAU, plain).map((match) => ({ names: [match[0]], at: match.index, score: 2 }));
  const known = allWords(KNOWN, plain).flatMap(({ start, end, value }) =>
    CUSTOMER.test(plain.slice(Math.max(0, start - 2), start)) ||
    SUPPLIED.test(plain.slice(end, end + 4)) ||
    (ORDINARY.has(value) && !OF_A_FIRM.test(plain.slice(end, end + 3)))
      ? []
      : [{ names: [withRegion(plain, start) + value], at: start, score: 2 }],
  );
  return [...bureaus, ...known];
}

/** 中铁十四局: a builder's bureau, no office. */
const BUREAU = /中[铁建交冶核][一二三四五六七八九十]{1,3}局(?:集团)?/g;

const LOCAL = new RegExp(
  `(?:^|[\\s，,。；;：:、→】跟找见待访的]了?)((?:${REGION})(?:省|市)?[A-Za-z\\u4e00-\\u9fff]{2,6}?)(?=$|[\\s，,。；;（(]|[那这]边|[过]?来[的人了]|过来|旗下|的?(?:${SURNAMES})[\\u4e00-\\u9fff]?(?:${BUSINESS_TITLES}))`,
  'g',
);
const NO_LOCAL =
  /老板|企业|客商|商会|公司$|那边|那个|这边|一家|有家|有个|工厂|厂家|开发|团队|分会|协会|市场|来的|过来|朋友|同学|[的总市县区镇村]$|招商|考察|回来|出差|推介|政府|机场|高铁|展|活动|项目|座谈|签约|人$/;

/** In chat a place with two to six characters behind it, standing alone, is a firm: 苏州信诺维, 浙江天能的王总. */
export function byRegion({ plain, chatty }: Prepared): Candidate[] {
  if (!chatty) return [];
  return matches(LOCAL, plain).flatMap((match) => {
    const name = (match[1] ?? '').replace(/的$/, '');
    const own = stripPlace(name);
    const sound = own.length >= 2 && !NO_LOCAL.test(own) && !startsWithProduct(own) && isName(name);
    return sound ? [{ names: [name], at: match.index, score: 4 }] : [];
  });
}

const HOST = new RegExp(
  `(?:^|[\\s，,。；;：:、】跟找见约和与陪是]|的)([A-Za-z\\u4e00-\\u9fff]{2,8}?)(?:的|那边的?)?(?:${SURNAMES})[\\u4e00-\\u9fff]?(?:总经理|副总|总|董事长|董|经理|厂长|老板)(?![投部量额产计共和局长监裁])`,
  'g',
);
const THEIRS =
  /那[个家]([\u4e00-\u9fffA-Za-z]{2,6}?)(?:他们|她们|那边|家的?人|的人|公司的?人)|(?:^|[\s，,。！!])([\u4e00-\u9fff]{2,6}?)(?:老板|老总)(?=[\u4e00-\u9fff])/g;

/** In chat a word before somebody's name and title, or before 他们: 星宇车灯李经理, 深圳那个拓邦他们. */
export function byPeople({ plain, chatty }: Prepared): Candidate[] {
  if (!chatty) return [];
  return [...matches(HOST, plain), ...matches(THEIRS, plain)].flatMap((match) => {
    const name = trimName(match[1] ?? match[2] ?? '');
    const own = match[2] !== undefined && PLAIN_SPEECH.test(name) ? '' : stripPlace(name);
    const sound = own.length >= 2 && !NO_LOCAL.test(own) && !NO_OPENING.test(own) && !NO_SUBJECT.test(own);
    return sound && !startsWithProduct(own) && !COMMON_OWN.test(own) && isName(name)
      ? [{ names: [name], at: match.index, score: 2 }]
      : [];
  });
}

const ABROAD = [...COUNTRIES, ...OVERSEAS_CHINA].join('|');
const FOREIGN = new RegExp(
  `(?:^|[，,。；;：:、！!\\s”」]|[日由的，将]|正式)(?:${ABROAD})([A-Z\\u4e00-\\u9fff][A-Za-z\\u4e00-\\u9fff·&]{1,19})`,
  'g',
);
const NO_FOREIGN =
  /^(?:企业|客商|商人|代表|驻|政府|市场|进口|等|籍|的|和|与|及|、|在|一|三|两|多|经|投资|商会|工商|总|产|式|设备|技术|先进|标准|知名|著名|世界|全球|最大|独资|外资|某|贸易|资本|财团|大使|总领|联邦|首都|专家|朋友|同胞|方|人|侨|侨胞|上市|[东南西北中][部方])/;

/** A country right before a name that goods, a place or a verb end: 芬兰美卓苏州装配中心, 韩国晓星化学签约. */
export function byCountry({ plain }: Prepared): Candidate[] {
  return matches(FOREIGN, plain).flatMap((match) => {
    const rest = match[1] ?? '';
    if (NO_FOREIGN.test(rest)) return [];
    const name = companyPart(trimName(rest.slice(0, cutAt(rest))));
    return name.length >= 2 && name.length <= 12 && isName(name) ? [{ names: [name], at: match.index, score: 3 }] : [];
  });
}

const VERB =
  /(?:将|拟|在|与|和|的|宣布|决定|计划|投资|增资|追加|签|落户|正式|成功|首|新|二期|三期|扩|中国|亚太|亚洲|大中华|全球|总部|工厂|项目|基地|中心)/;
const cutAt = (rest: string): number => {
  const at = rest.slice(2).search(VERB);
  return at < 0 ? rest.length : at + 2;
};

const WORK = /项目|基地|工厂|中心|总部|投资/;

/** The beginning of a project's name, up to its phase or a second thing. */
function headOf(phrase: string): string {
  const whole = phrase.replace(/(?:[一二三四五首]期|第[一二三四五]).*$/, '');
  const joined = whole.slice(4).search(/及|和|与|、/);
  return trimName(joined < 0 ? whole : whole.slice(0, joined + 4));
}

/** 大石化: one character and a trade are no name. */
const isTradeOnly = (own: string): boolean =>
  allWords(TRADES, own).some(({ start, end }) => start < 2 && end === own.length);

/** The head of a project's name is often the investor's: 明电舍 in 明电舍新能源汽车核心部件项目. */
export function byProject({ plain }: Prepared, project: string | null): Candidate[] {
  const patterns = WORK.test(plain) ? [OF_SUM, ...(STARTED_AT_ALL.test(plain) ? [STARTED] : [])] : [];
  const phrases = patterns.flatMap((pattern) =>
    matches(pattern, plain).map((match) => ({ phrase: match[1] ?? match[2] ?? '', at: match.index, score: 2 })),
  );
  if (project !== null && /项目|基地|工厂|中心|总部|厂$|园$|综合体|工程/.test(project))
    phrases.push({ phrase: project, at: plain.length, score: 1 });
  return phrases.flatMap(({ phrase, at, score }) => {
    const raw = headOf(phrase);
    const name = companyPart(raw);
    if (NO_FIRMS_WORK.test(phrase.slice(phrase.indexOf(name) + name.length)) || SCENE.test(name)) return [];
    const sound =
      (name !== raw || raw !== trimName(phrase)) &&
      name.length >= 2 &&
      name.length <= 12 &&
      isName(name) &&
      !startsWithProduct(name) &&
      !isTradeOnly(stripPlace(name)) &&
      !COMMON_OWN.test(name);
    return sound ? [{ names: [name], at, score }] : [];
  });
}

const OPENING =
  /^([\u4e00-\u9fff]{2,6}?)(?:\s+|(?=说|想|来[谈看]|今[天早晨]|昨[天晚]|拟|打算|准备|已|正式|签[了约]|封顶|开工|奠基|投产|点火|竣工|落户|摘牌|拿地|二期|三期|[一二三]号线))/;
const NO_OPENING =
  /^(?:今|昨|明|前|上|下|本|这|那|我|你|他|早|晚|大家|收|好|请|速|喜|通|关于|刚|已|有|没|在|要|想|看|跟|和|与|投|签|到|去|来|老|新|一|二|三|两|录|补|进|阶|外|到位|税|固|小招|帮|麻烦|各|转|语音|汇报|报告|领导|跟踪|更新|更正|通报|提醒)|[总局哥姐长记任人]$|镇$|乡$|县$|道$|会$|组$/;

/**
 * A short first word before the goods is a name, where nothing speaks against it: 柚之健 蜜柚分拣. A weak sign; a strong one
 * where no dictionary knows it and it stands alone at the head of figures: 宏岳 兔毛加工 七千万.
 */
export function byOpening({ plain, chatty, amounts }: Prepared): Candidate[] {
  const opening = chatty ? OPENING.exec(plain) : null;
  const word = opening?.[1] ?? '';
  const name = word.replace(/(?<=^.{2,})(?:来|想|要|又|说|签|谈|刚|今|昨|准备|打算).*$/, '');
  if (name === '' || NO_OPENING.test(name) || startsWithProduct(name) || !isName(name)) return [];
  const alone = /\s$/.test(opening?.[0] ?? '') && name === word && name.length < 5 && amounts.length > 0;
  return [{ names: [name], at: 0, score: alone && isUnknown(name) && !COUNTIES.has(name.slice(0, 2)) ? 4.5 : 1 }];
}

/** In chat a clause that begins with a word of two to four characters and goods: 蜂鸟智驾域控制器, 新和成香精香料. A weak sign. */
export function byGoods({ plain, chatty }: Prepared): Candidate[] {
  if (!chatty) return [];
  return matches(/(?:^|[\s，,。！!】：:])([\u4e00-\u9fff]{4,16})/g, plain).flatMap((match) => {
    const run = match[1] ?? '';
    const goods = productFrom(run, 2);
    const name = goods < 0 || goods > 5 ? '' : run.slice(0, goods);
    const sound =
      name !== '' &&
      productLength(run.slice(goods, goods + 6)) >= 2 &&
      !/^(?:园区|产业|工业|开发|新区)/.test(run.slice(goods)) &&
      !NO_OPENING.test(name) &&
      !NO_SUBJECT.test(name) &&
      !PLAIN_SPEECH.test(name.replace(/^新|[和成].?$/, '')) &&
      !startsWithProduct(name) &&
      !COMMON_OWN.test(name) &&
      isName(name);
    return sound ? [{ names: [name], at: match.index, score: 0.5 }] : [];
  });
}

const SURNAME = new RegExp(`^(?:${SURNAMES})`);
const SUBJECT =
  /(?:^|[\s，,。！!：:把催盯啊呀哦嗯哎]|[上下中]午|[早晚]上|[昨今明]天|刚才|刚刚|点钟)((?:(?![啊呀哦嗯哎])[\u4e00-\u9fffA-Za-z]){2,6}?)(?:那[个边块栋座]|的(?=[\u4e00-\u9fff])|说|[一二三]期|[一二三四五六七八九\d]{1,2}号(?:厂房|楼|车间|线)|车间|厂区|工地|新厂|这[个边]|看[上中]的)/g;
const NO_SUBJECT =
  /^(?:做|搞|卖|干|开|弄|种|养|修|造|投|找|问|叫)|客商|企业|群众|政府|园区|领导|书记|县长|市长|项目|大家|有人|隔壁|上面|省里|市里|县里|区里|专家|部门|合同|协议|指标|价格|工人|设备|厂房|材料|会议|文件|通知|朋友|老乡|亲戚|学生|团队|公司$|集团$|目前|去年|今年|明年|本周|本月|上次|下次|原来|现在|外面|里面|意向|投资|签约|开工|招商|考核|任务|第[一二三]|[镇乡县市区村局办组科]$|[总哥姐]$|^.{1,2}工$/;

/** 天能那个项目: a word of two characters that no dictionary knows and that begins like nobody's name. */
const isMeant = (name: string, behind: string): boolean =>
  /^(?:[那这][个块]项目|的(?:环评|能评|安评|批复|土地证|施工|营业执照|执照|备案|设备|厂房|新厂|地|用地|指标|合同|协议|项目|[一二三]期))/.test(
    behind,
  ) &&
  !SURNAME.test(name) &&
  !PLAIN_SPEECH.test(name.slice(0, 1));

/** In chat whoever something is said of: 大禹节水那个地, 铭普光磁的用地. A weak sign, for a first word that is no plain speech. */
export function bySubject({ plain, chatty }: Prepared): Candidate[] {
  if (!chatty) return [];
  return matches(SUBJECT, plain).flatMap((match) => {
    const name = trimName(match[1] ?? '');
    const sound =
      (name.length >= 3 ||
        isMeant(name, plain.slice(match.index + match[0].lastIndexOf(match[1] ?? '') + (match[1] ?? '').length))) &&
      !NO_SUBJECT.test(name) &&
      !NO_OPENING.test(name) &&
      !startsWithProduct(name) &&
      isName(name);
    return sound && !COMMON_OWN.test(name) ? [{ names: [name], at: match.index, score: 1 }] : [];
  });
}

const PLAIN_SPEECH =
  /[有还没先后再就都要想能会可的了在是不个这那两一二三四五六七八九十年月日前上下来去到说谈看问给让把被和与或及做搞投签报急等约租买卖换占用请谢好大小多少高低]/;

/** In chat a word of three to five characters that stands alone and is no plain speech, beside a sum: 风机叶片 中复连众 投资7.2亿. */
export function byLoneWord({ plain, chatty, amounts }: Prepared): Candidate[] {
  if (!chatty || amounts.length === 0) return [];
  return plain.split(/[\s，,。；;！!]+/).flatMap((word) => {
    const lone = /^[\u4e00-\u9fff]{3,5}$/.test(word) && !PLAIN_SPEECH.test(word) && productLength(word) === 0;
    return lone && isName(word) && !NO_SUBJECT.test(word) && !COMMON_OWN.test(word) && !COUNTIES.has(word.slice(0, 2))
      ? [{ names: [word], at: plain.length, score: 1 }]
      : [];
  });
}
